import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Proposal, ProposalId, Standing } from './proposal.js';
import { roundOf, type Tally } from './proposal-rule.js';

/** A member's support for one text of a proposal. */
export type Endorsement = {
  readonly proposalId: ProposalId;
  readonly memberId: Id<'Member'>;
  readonly textNumber: number;
  readonly at: Date;
  readonly movedFromId: ProposalId | undefined;
};

/** What one member said about one round of a proposal's answer or delivery. */
export type Voice = {
  readonly proposalId: ProposalId;
  readonly round: number;
  readonly memberId: Id<'Member'>;
  readonly yes: boolean;
  readonly at: Date;
};

type StandingRow = {
  proposal_id: ProposalId;
  on_roll: boolean;
  text_number: number | null;
  endorsed_at: Date | null;
  satisfied: boolean | null;
  works: boolean | null;
};

/** Keeps who may support proposals, who does, and what supporters say of answers and deliveries. */
export type SupportRepository = ReturnType<typeof createSupportRepository>;

/** A repository over one connection or transaction. */
export function createSupportRepository(manager: EntityManager) {
  return {
    /** Writes down who belongs to the constituency now, and says how many they are. Only they can endorse. */
    async openRoll(id: ProposalId, opening: number, constituencyId: Id<'Constituency'> | undefined): Promise<number> {
      await this.trimRoll(id);
      await manager.query(
        `insert into proposal_roll (proposal_id, member_id, opening)
         select $1, m.member_id, $2 from actor_member m where m.is_active and ($3::uuid is null or exists (
           select 1 from actor_constituency c where c.member_id = m.member_id and c.constituency_id = $3))
         on conflict on constraint proposal_roll_pk do update set opening = excluded.opening`,
        [id, opening, constituencyId ?? null],
      );
      const [row]: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from proposal_roll where proposal_id = $1 and opening = $2',
        [id, opening],
      );
      return row?.count ?? 0;
    },

    /** Forgets who could have endorsed and did not, once nobody can any more. */
    trimRoll: (id: ProposalId): Promise<unknown> =>
      manager.query(
        `delete from proposal_roll r where r.proposal_id = $1 and not exists (
           select 1 from endorsement e where e.proposal_id = r.proposal_id and e.member_id = r.member_id)`,
        [id],
      ),

    /** Keeps one endorsement per member: a second one confirms the text in force. */
    endorse: ({ proposalId, memberId, textNumber, at, movedFromId }: Endorsement): Promise<unknown> =>
      manager.query(
        `insert into endorsement (proposal_id, member_id, text_number, endorsed_at, confirmed_at, moved_from_id)
         values ($1, $2, $3, $4, $4, $5)
         on conflict on constraint endorsement_one_per_member
         do update set text_number = excluded.text_number, confirmed_at = excluded.confirmed_at`,
        [proposalId, memberId, textNumber, at, movedFromId ?? null],
      ),

    withdraw: (id: ProposalId, memberId: Id<'Member'>): Promise<unknown> =>
      manager.query('delete from endorsement where proposal_id = $1 and member_id = $2', [id, memberId]),

    /** How many members endorse the text in force of each proposal. */
    async countEndorsements(ids: readonly ProposalId[]): Promise<ReadonlyMap<ProposalId, number>> {
      const rows: readonly { proposal_id: ProposalId; count: number }[] = await manager.query(
        `select e.proposal_id, count(*)::int as count from endorsement e join proposal p on p.id = e.proposal_id
         where e.proposal_id = any($1::uuid[]) and e.text_number = p.text_number group by e.proposal_id`,
        [ids],
      );
      return new Map(rows.map((row) => [row.proposal_id, row.count]));
    },

    /** Whether anybody but the author endorses the text in force: from then on it never changes. */
    async isTextFrozen({ id, textNumber, authorId }: Proposal): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from endorsement where proposal_id = $1 and text_number = $2 and member_id is distinct from $3::uuid limit 1`,
        [id, textNumber, authorId ?? null],
      );
      return rows.length > 0;
    },

    /** What the member has to do with each proposal; proposals without any are left out. */
    async listStandings(
      memberId: Id<'Member'>,
      ids: readonly ProposalId[],
    ): Promise<ReadonlyMap<ProposalId, Standing>> {
      const rows: readonly StandingRow[] = await manager.query(
        `select p.id as proposal_id, r.opening is not distinct from p.opening as on_roll, e.text_number, e.endorsed_at, g.satisfied, v.works
         from proposal p
         left join proposal_roll r on r.proposal_id = p.id and r.member_id = $1
         left join endorsement e on e.proposal_id = p.id and e.member_id = $1
         left join proposal_rating g on g.proposal_id = p.id and g.round = p.answer_round and g.member_id = $1
         left join proposal_verdict v on v.proposal_id = p.id and v.round = p.delivery_round and v.member_id = $1
         where p.id = any($2::uuid[])`,
        [memberId, ids],
      );
      return new Map(rows.map((row) => [row.proposal_id, toStanding(row)]));
    },

    /** Keeps what a supporter says of the answer; the last word counts. */
    rate: ({ proposalId, round, memberId, yes, at }: Voice): Promise<unknown> =>
      manager.query(
        `insert into proposal_rating (proposal_id, round, member_id, satisfied, rated_at) values ($1, $2, $3, $4, $5)
         on conflict on constraint proposal_rating_one_per_member
         do update set satisfied = excluded.satisfied, rated_at = excluded.rated_at`,
        [proposalId, round, memberId, yes, at],
      ),

    /** Keeps what a supporter says of the delivery; the last word counts. */
    verify: ({ proposalId, round, memberId, yes, at }: Voice): Promise<unknown> =>
      manager.query(
        `insert into proposal_verdict (proposal_id, round, member_id, works, said_at) values ($1, $2, $3, $4, $5)
         on conflict on constraint proposal_verdict_one_per_member
         do update set works = excluded.works, said_at = excluded.said_at`,
        [proposalId, round, memberId, yes, at],
      ),

    /** What supporters said of the answers, by proposal and round. */
    tallyRatings: (ids: readonly ProposalId[]) => tally('proposal_rating', 'satisfied', ids),

    /** What supporters said of the deliveries, by proposal and round. */
    tallyVerdicts: (ids: readonly ProposalId[]) => tally('proposal_verdict', 'works', ids),

    /** Leaves a stranger's number in place of somebody who was erased: totals stay, the person goes. */
    async forget(memberId: Id<'Member'>): Promise<void> {
      await manager.query(
        `delete from proposal_roll r where r.member_id = $1 and not exists (
           select 1 from endorsement e where e.proposal_id = r.proposal_id and e.member_id = r.member_id)`,
        [memberId],
      );
      await manager.query('update proposal_roll set member_id = gen_random_uuid() where member_id = $1', [memberId]);
      await manager.query('update proposal_rating set member_id = gen_random_uuid() where member_id = $1', [memberId]);
      await manager.query('update proposal_verdict set member_id = gen_random_uuid() where member_id = $1', [memberId]);
    },
  };

  async function tally(
    table: 'proposal_rating' | 'proposal_verdict',
    column: 'satisfied' | 'works',
    ids: readonly ProposalId[],
  ): Promise<ReadonlyMap<string, Tally>> {
    const rows: readonly { proposal_id: ProposalId; round: number; yes: number; no: number }[] = await manager.query(
      `select proposal_id, round, (count(*) filter (where ${column}))::int as yes, (count(*) filter (where not ${column}))::int as no
       from ${table} where proposal_id = any($1::uuid[]) group by proposal_id, round`,
      [ids],
    );
    return new Map(rows.map(({ proposal_id: id, round, yes, no }) => [roundOf(id, round), { yes, no }]));
  }
}

function toStanding(row: StandingRow): Standing {
  return {
    onRoll: row.on_roll,
    endorsedText: row.text_number ?? undefined,
    endorsedAt: row.endorsed_at ?? undefined,
    satisfied: row.satisfied ?? undefined,
    works: row.works ?? undefined,
  };
}
