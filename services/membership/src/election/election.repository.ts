import { actorKey, registeredMemberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, ConcurrentWrite, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { electors } from '../contest/electors.js';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { ElectionEntity } from './election.entity.js';
import {
  noOpenMatters,
  noStanding,
  type Election,
  type ElectionId,
  type ElectionStanding,
  type OpenMatters,
} from './election.js';
import { visibleElections } from './election-scope.js';

/** Narrows the list of elections; absent means no narrowing. */
export type ElectionFilter = { readonly groupId: GroupId | undefined; readonly isOver: boolean | undefined };

/** Reads and writes elections; every read takes the actor. */
export type ElectionRepository = ReturnType<typeof createElectionRepository>;

const isParty = `exists (select 1 from contest c join candidate k on k.contest_id = c.id
  where c.election_id = e.id and (k.member_id = $2 and k.status <> 'DECLINED'
    or exists (select 1 from nomination n where n.candidate_id = k.id and n.nominator_id = $2)))`;
const hasBallotLeft = `exists (select 1 from contest c join voter_roll_entry v on v.contest_id = c.id
  where c.election_id = e.id and v.member_id = $2 and not v.has_voted)`;

const isElector = `exists (select 1 from contest c where c.election_id = e.id and case
  when exists (select 1 from voter_roll_entry v where v.contest_id = c.id)
    then exists (select 1 from voter_roll_entry v where v.contest_id = c.id and v.member_id = $2)
  else exists (select 1 from position p join ${electors} where p.id = c.position_id and m.id = $2) end)`;

/** A repository over one connection or transaction. */
export function createElectionRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Election> => {
    const { plans, trustee } = visibleElections(actor);
    return manager
      .createQueryBuilder(ElectionEntity, 'election')
      .where('(election.announcedAt is not null or :plans or election.secondTrustee = :trustee)', {
        plans,
        trustee: trustee ?? null,
      });
  };

  return {
    /** The elections among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly ElectionId[]): Promise<readonly Election[]> =>
      visible(actor).andWhere('election.id = any(:ids)', { ids }).getMany(),

    /** One election, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: ElectionId): Promise<Election | null> =>
      visible(actor).andWhere('election.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes it or what belongs to it until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: ElectionId): Promise<Election | null> =>
      visible(actor).andWhere('election.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** Elections, those whose voting closes last first. */
    async page(
      actor: Actor,
      { first, after }: PageRequest,
      { groupId, isOver }: ElectionFilter,
    ): Promise<Page<Election>> {
      const query = visible(actor);
      if (groupId !== undefined) query.andWhere('election.groupId = :groupId', { groupId });
      if (isOver !== undefined) query.andWhere("(election.status in ('DECLARED', 'VOIDED')) = :isOver", { isOver });
      if (after !== undefined)
        query.andWhere('(election.votingClosesAt, election.id) < (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('election.votingClosesAt', 'DESC')
        .addOrderBy('election.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ votingClosesAt, id }) => [votingClosesAt.toISOString(), id]);
    },

    /** Elections whose voting is open and in which the member has a ballot left, those that close first first. */
    listToVoteIn: (actor: Actor, memberId: MemberId, now: Date): Promise<readonly Election[]> =>
      visible(actor)
        .andWhere("election.status = 'VOTING' and election.votingClosesAt > :now", { now })
        .andWhere(
          `exists (select 1 from contest c join voter_roll_entry v on v.contest_id = c.id
             where c.election_id = election.id and v.member_id = :memberId and not v.has_voted)`,
          { memberId },
        )
        .orderBy('election.votingClosesAt')
        .addOrderBy('election.id')
        .getMany(),

    /** What the actor has to do with each of the elections. */
    async listStandings(actor: Actor, ids: readonly ElectionId[]): Promise<ReadonlyMap<ElectionId, ElectionStanding>> {
      const rows: readonly (ElectionStanding & { readonly id: ElectionId })[] = await manager.query(
        `select e.id, ${isParty} as "isParty", ${isElector} as "isElector", ${hasBallotLeft} as "hasBallotLeft"
         from unnest($1::uuid[]) as e(id)`,
        [ids, registeredMemberOf(actor) ?? null],
      );
      return new Map(rows.map(({ id, ...standing }) => [id, standing]));
    },

    /** What the actor has to do with one election. */
    async readStanding(actor: Actor, id: ElectionId): Promise<ElectionStanding> {
      return (await this.listStandings(actor, [id])).get(id) ?? noStanding;
    },

    /** Whether the account belongs to staff now who run no elections: who can hold the second key. */
    async canHoldSecondKey(subject: string, now: Date): Promise<boolean> {
      const rows: readonly { fits: boolean }[] = await manager.query(
        `select count(*) > 0 and not bool_or(role = 'RETURNING_OFFICER') as fits
         from actor_appointment where subject = $1 and starts_at <= $2 and ends_at > $2`,
        [subject, now],
      );
      return rows[0]?.fits ?? false;
    },

    /** What waits for a decision in each of the elections. */
    async listOpenMatters(ids: readonly ElectionId[], now: Date): Promise<ReadonlyMap<ElectionId, OpenMatters>> {
      const rows: readonly (OpenMatters & { readonly id: ElectionId })[] = await manager.query(
        `select e.id,
           (select count(*)::int from contest c join candidate k on k.contest_id = c.id
             where c.election_id = e.id and k.status = 'CONSENTED') as unscreened,
           (select count(*)::int from contest c join candidate k on k.contest_id = c.id
             where c.election_id = e.id and k.status = 'INELIGIBLE' and k.appeal_until >= $2 and not exists (
               select 1 from candidacy_appeal a where a.candidate_id = k.id and a.against_at = k.decided_at)) as appealable,
           (select count(*)::int from contest c join candidate k on k.contest_id = c.id
             join candidacy_appeal a on a.candidate_id = k.id
             where c.election_id = e.id and a.is_granted is null and k.status in ('INELIGIBLE', 'DISQUALIFIED')) as "openAppeals",
           (select count(*)::int from election_complaint m where m.election_id = e.id and m.status = 'OPEN') as "openComplaints"
         from unnest($1::uuid[]) as e(id)`,
        [ids, now],
      );
      return new Map(rows.map(({ id, ...matters }) => [id, matters]));
    },

    /** What waits for a decision in one election. */
    async readOpenMatters(id: ElectionId, now: Date): Promise<OpenMatters> {
      return (await this.listOpenMatters([id], now)).get(id) ?? noOpenMatters;
    },

    /** Whether both keys of the ballots of an election are given. */
    async hasBothKeys(id: ElectionId): Promise<boolean> {
      const rows: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from trustee_key where election_id = $1',
        [id],
      );
      return rows[0]?.count === 2;
    },

    /** Whether the second trustee has given a key of the ballots of an election. */
    async hasSecondKey(id: ElectionId): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from trustee_key where election_id = $1 and role = 'SECOND'`,
        [id],
      );
      return rows.length > 0;
    },

    /** The elections among `ids` whose key that the actor answers for is given and still to be handed in. */
    async listWithKeyLeft(actor: Actor, ids: readonly ElectionId[]): Promise<ReadonlySet<ElectionId>> {
      const rows: readonly { id: ElectionId }[] = await manager.query(
        `select e.id from election e join trustee_key t on t.election_id = e.id
           and t.role = case e.second_trustee when $2 then 'SECOND' else 'RETURNING_OFFICER' end
         where e.id = any($1::uuid[]) and not t.has_opened`,
        [ids, actorKey(actor)],
      );
      return new Set(rows.map(({ id }) => id));
    },

    /** Whether another election that is not over has the title. */
    isTitleTaken: (title: string, by: ElectionId): Promise<boolean> =>
      manager
        .createQueryBuilder(ElectionEntity, 'election')
        .where('lower(election.title) = lower(:title) and election.id <> :by', { title, by })
        .andWhere("election.status not in ('DECLARED', 'VOIDED')")
        .getExists(),

    /** The new election for the empty seats of another, unless that one was voided. */
    findByElection: (id: ElectionId): Promise<Election | null> =>
      manager
        .createQueryBuilder(ElectionEntity, 'election')
        .where("election.fillsId = :id and election.status <> 'VOIDED'", { id })
        .getOne(),

    /** Adds an election; of two that take a title in the same instant the later one is a conflict. */
    add: (election: Election): Promise<Election> => orConflict(insertRow(manager, ElectionEntity, election)),
    /** Writes an election; of two that take a title in the same instant the later one is a conflict. */
    save: (election: Election): Promise<Election> => orConflict(updateRow(manager, ElectionEntity, election)),
  };
}

const takenBySomebodyElse = ['election_title_unique', 'election_one_by_election'];

async function orConflict(write: Promise<Election>): Promise<Election> {
  try {
    return await write;
  } catch (error) {
    throw takenBySomebodyElse.includes(brokenConstraint(error) ?? '') ? new ConcurrentWrite() : error;
  }
}
