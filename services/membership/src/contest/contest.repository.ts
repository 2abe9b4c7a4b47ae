import type { Actor } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ConstituencyId } from '../constituency/constituency.js';
import { visibleElections } from '../election/election-scope.js';
import type { ElectionId } from '../election/election.js';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import type { CandidateId } from '../candidate/candidate.js';
import { ContestEntity } from './contest.entity.js';
import type { Contest, ContestId, Electorate, Turnout } from './contest.js';
import { electors } from './electors.js';

/** Reads and writes contests and the roll; a contest is seen by who sees its election. */
export type ContestRepository = ReturnType<typeof createContestRepository>;

/** A repository over one connection or transaction. */
export function createContestRepository(manager: EntityManager) {
  const visible = (actor: Actor) => {
    const { plans, trustee } = visibleElections(actor);
    return manager
      .createQueryBuilder(ContestEntity, 'contest')
      .innerJoin('Election', 'election', 'election.id = contest.electionId')
      .where('(election.announcedAt is not null or :plans or election.secondTrustee = :trustee)', {
        plans,
        trustee: trustee ?? null,
      });
  };

  return {
    /** The contests of the given elections, in the order of the ballot paper. */
    listOf: (electionIds: readonly ElectionId[]): Promise<readonly Contest[]> =>
      manager
        .createQueryBuilder(ContestEntity, 'contest')
        .where('contest.electionId = any(:electionIds)', { electionIds })
        .orderBy('contest.place')
        .getMany(),

    /** The contests among `ids` whose election the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly ContestId[]): Promise<readonly Contest[]> =>
      visible(actor).andWhere('contest.id = any(:ids)', { ids }).getMany(),

    /** One contest, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: ContestId): Promise<Contest | null> =>
      visible(actor).andWhere('contest.id = :id', { id }).getOne(),

    /** Who votes in each of the contests. */
    async listElectorates(ids: readonly ContestId[]): Promise<ReadonlyMap<ContestId, Electorate>> {
      const rows: readonly { id: ContestId; group_id: GroupId | null; constituency_id: ConstituencyId | null }[] =
        await manager.query(
          `select c.id, p.group_id, case when p.kind = 'COURSE_REP' then constituency_id(p.constituency) end as constituency_id
           from contest c join position p on p.id = c.position_id where c.id = any($1::uuid[])`,
          [ids],
        );
      return new Map(rows.map((row) => [row.id, toElectorate(row.group_id, row.constituency_id)]));
    },

    /** How many are on the roll of each of the contests and have voted; nothing of those whose roll is not frozen. */
    async countTurnout(ids: readonly ContestId[]): Promise<ReadonlyMap<ContestId, Turnout>> {
      const rows: readonly { contest_id: ContestId; electorate: number; cast: number }[] = await manager.query(
        `select contest_id, count(*)::int as electorate, count(*) filter (where has_voted)::int as cast
         from voter_roll_entry where contest_id = any($1::uuid[]) group by contest_id`,
        [ids],
      );
      return new Map(rows.map(({ contest_id, electorate, cast }) => [contest_id, { electorate, cast }]));
    },

    /**
     * Freezes the roll of every contest of an election in one statement, so that all of them are of the same instant, and
     * in an order that tells nothing. What was frozen before an interruption stays as it was.
     */
    async freezeRoll(electionId: ElectionId): Promise<void> {
      await manager.query(
        `insert into voter_roll_entry (contest_id, member_id)
         select c.id, m.id from contest c join position p on p.id = c.position_id join ${electors}
         where c.election_id = $1 and not exists (select 1 from voter_roll_entry v where v.contest_id = c.id)
         order by random()`,
        [electionId],
      );
    },

    /**
     * Who elects, by id: those on the rolls of an election, and where a roll is not frozen those who would be on it now.
     */
    async listElectors(
      electionId: ElectionId,
      { after, limit }: { readonly after: MemberId | undefined; readonly limit: number },
    ): Promise<readonly MemberId[]> {
      const rows: readonly { id: MemberId }[] = await manager.query(
        `select id from (
           select v.member_id as id from voter_roll_entry v join contest c on c.id = v.contest_id where c.election_id = $1
           union
           select m.id from contest c join position p on p.id = c.position_id join ${electors}
           where c.election_id = $1 and not exists (select 1 from voter_roll_entry v where v.contest_id = c.id)) elector
         where $2::uuid is null or id > $2 order by id limit $3`,
        [electionId, after ?? null, limit],
      );
      return rows.map(({ id }) => id);
    },

    /** The contests of an election with the seats that nobody was elected to, in their order; positions that are gone are left out. */
    listVacancies: (electionId: ElectionId): Promise<readonly Contest[]> =>
      manager.query(
        `select * from (
           select c.id, c.election_id as "electionId", c.position_id as "positionId", c.mandates_end_at as "mandatesEndAt",
             c.place, c.version, least(p.seats, c.seats - (
               select count(*)::int from candidate k where k.contest_id = c.id and k.status = 'ELECTED')) as seats
           from contest c join position p on p.id = c.position_id and p.removed_at is null
           where c.election_id = $1) vacancy
         where seats > 0 order by place`,
        [electionId],
      ),

    /** Writes of everybody who stands in a contest whether they are elected. */
    async declareCandidates(id: ContestId, elected: readonly CandidateId[], now: Date): Promise<void> {
      await manager.query(
        `update candidate set status = case when id = any($2::uuid[]) then 'ELECTED' else 'NOT_ELECTED' end,
           changed_at = $3, version = version + 1 where contest_id = $1 and status = 'STANDING'`,
        [id, elected, now],
      );
    },

    add: (contest: Contest): Promise<Contest> => insertRow(manager, ContestEntity, contest),
    save: (contest: Contest): Promise<Contest> => updateRow(manager, ContestEntity, contest),

    /** Takes a contest out, with the row of its choice to re-open nominations. */
    async remove({ id }: Contest): Promise<void> {
      await manager.query('delete from candidate where contest_id = $1', [id]);
      await manager.query('delete from contest where id = $1', [id]);
    },
  };
}

function toElectorate(groupId: GroupId | null, constituencyId: ConstituencyId | null): Electorate {
  if (groupId !== null) return { kind: 'GROUP_MEMBERS', groupId, constituencyId: undefined };
  const kind = constituencyId === null ? 'EVERYBODY' : 'CONSTITUENCY';
  return { kind, groupId: undefined, constituencyId: constituencyId ?? undefined };
}
