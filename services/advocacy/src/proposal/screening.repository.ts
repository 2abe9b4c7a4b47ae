import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ProposalId } from './proposal.js';
import type { ProposalRule } from './proposal-rule.js';
import type { CouncilDecision, RefusalReason, Screening, ScreeningOutcome } from './screening.js';

type ScreeningRow = {
  id: Id<'Screening'>;
  proposal_id: ProposalId;
  decision: ScreeningOutcome;
  reason: RefusalReason | null;
  note: string;
  decided_by: string;
  decided_at: Date;
};

type CouncilRow = {
  proposal_id: ProposalId;
  adopted: boolean;
  met_on: string;
  votes_for: number;
  votes_against: number;
  abstentions: number;
};

/** Keeps seconders, the committee's decisions, appeals and the council's decisions, and the rules they follow. */
export type ScreeningRepository = ReturnType<typeof createScreeningRepository>;

/** A repository over one connection or transaction. */
export function createScreeningRepository(manager: EntityManager) {
  return {
    /** The rules in force at the instant. */
    ruleAt: (now: Date): Promise<ProposalRule> =>
      readRule('select * from proposal_rule where valid_from <= $1 order by valid_from desc limit 1', now),

    /** One version of the rules. */
    rule: (version: number): Promise<ProposalRule> =>
      readRule('select * from proposal_rule where version = $1', version),

    /** Whether the id is an active member's. */
    async isActiveMember(id: Id<'Member'>): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        'select 1 from actor_member where member_id = $1 and is_active',
        [id],
      );
      return rows.length > 0;
    },

    invite: (id: ProposalId, memberId: Id<'Member'>, at: Date): Promise<unknown> =>
      manager.query('insert into proposal_seconder (proposal_id, member_id, invited_at) values ($1, $2, $3)', [
        id,
        memberId,
        at,
      ]),

    accept: (id: ProposalId, memberId: Id<'Member'>, at: Date): Promise<unknown> =>
      manager.query('update proposal_seconder set accepted_at = $3 where proposal_id = $1 and member_id = $2', [
        id,
        memberId,
        at,
      ]),

    decline: (id: ProposalId, memberId: Id<'Member'>): Promise<unknown> =>
      manager.query('delete from proposal_seconder where proposal_id = $1 and member_id = $2', [id, memberId]),

    /** The words that were seconded are no more: everybody is asked again. */
    askAgain: (id: ProposalId): Promise<unknown> =>
      manager.query('update proposal_seconder set accepted_at = null where proposal_id = $1', [id]),

    addDecision: ({ id, proposalId, decision, reason, note, decidedBy, decidedAt }: Screening): Promise<unknown> =>
      manager.query(
        `insert into proposal_screening (id, proposal_id, decision, reason, note, decided_by, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, proposalId, decision, reason ?? null, note, decidedBy, decidedAt],
      ),

    /** The committee's decisions, oldest first. */
    async listDecisions(ids: readonly ProposalId[]): Promise<readonly Screening[]> {
      const rows: readonly ScreeningRow[] = await manager.query(
        'select * from proposal_screening where proposal_id = any($1::uuid[]) order by decided_at, id',
        [ids],
      );
      return rows.map((row) => ({
        id: row.id,
        proposalId: row.proposal_id,
        decision: row.decision,
        reason: row.reason ?? undefined,
        note: row.note,
        decidedBy: row.decided_by,
        decidedAt: row.decided_at,
      }));
    },

    addAppeal: (id: ProposalId, words: string, at: Date): Promise<unknown> =>
      manager.query('insert into proposal_appeal (proposal_id, words, appealed_at) values ($1, $2, $3)', [
        id,
        words,
        at,
      ]),

    /** What authors appealed with. */
    async listAppeals(ids: readonly ProposalId[]): Promise<ReadonlyMap<ProposalId, string>> {
      const rows: readonly { proposal_id: ProposalId; words: string }[] = await manager.query(
        'select proposal_id, words from proposal_appeal where proposal_id = any($1::uuid[])',
        [ids],
      );
      return new Map(rows.map((row) => [row.proposal_id, row.words]));
    },

    addCouncil: (decision: CouncilDecision, recordedBy: string, now: Date): Promise<unknown> =>
      manager.query(
        `insert into proposal_council (proposal_id, adopted, met_on, votes_for, votes_against, abstentions, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          decision.proposalId,
          decision.adopted,
          decision.metOn,
          decision.votesFor,
          decision.votesAgainst,
          decision.abstentions,
          recordedBy,
          now,
        ],
      ),

    /** What the council decided. */
    async listCouncil(ids: readonly ProposalId[]): Promise<ReadonlyMap<ProposalId, CouncilDecision>> {
      const rows: readonly CouncilRow[] = await manager.query(
        `select proposal_id, adopted, met_on::text as met_on, votes_for, votes_against, abstentions
         from proposal_council where proposal_id = any($1::uuid[])`,
        [ids],
      );
      return new Map(rows.map((row) => [row.proposal_id, toCouncil(row)]));
    },

    /** Takes an erased member out of what they wrote and seconded; the proposals stay. */
    async forget(memberId: Id<'Member'>): Promise<void> {
      await manager.query('update proposal set author_id = null, version = version + 1 where author_id = $1', [
        memberId,
      ]);
      await manager.query('delete from proposal_seconder where member_id = $1 and accepted_at is null', [memberId]);
      await manager.query('update proposal_seconder set member_id = gen_random_uuid() where member_id = $1', [
        memberId,
      ]);
    },
  };

  async function readRule(statement: string, key: Date | number): Promise<ProposalRule> {
    const [row]: readonly Readonly<Record<string, number>>[] = await manager.query(statement, [key]);
    if (row === undefined) throw new Error('the migrations bring a first version of the rules of proposals');
    const number = (column: string): number => Number(row[column]);
    return {
      version: number('version'),
      secondersMin: number('seconders_min'),
      gatheringDays: number('gathering_days'),
      thresholdAbsolute: number('threshold_absolute'),
      thresholdPerTenThousand: number('threshold_per_ten_thousand'),
      reviveAfterMonths: number('revive_after_months'),
      simpleMonths: number('simple_months'),
      complexMonths: number('complex_months'),
      ratingDays: number('rating_days'),
      ratersMin: number('raters_min'),
      dissatisfiedPercent: number('dissatisfied_percent'),
      verifyDays: number('verify_days'),
      verifiersMin: number('verifiers_min'),
      notYetPercent: number('not_yet_percent'),
    };
  }
}

function toCouncil({ proposal_id: proposalId, adopted, met_on: metOn, ...votes }: CouncilRow): CouncilDecision {
  return {
    proposalId,
    adopted,
    metOn,
    votesFor: votes.votes_for,
    votesAgainst: votes.votes_against,
    abstentions: votes.abstentions,
  };
}
