import type { EntityManager } from 'typeorm';
import type { ContestId } from '../contest/contest.js';
import { electors } from '../contest/electors.js';
import type { Election, ElectionId } from '../election/election.js';
import type { MemberId } from '../member/member.js';
import type { Ballot, RollFacts, RollLine } from './ballot.js';

/** Reads the roll for one member and takes their ballots. Nothing here reads whose a ballot is: that is kept nowhere. */
export type BallotRepository = ReturnType<typeof createBallotRepository>;

/** A repository over one connection or transaction. */
export function createBallotRepository(manager: EntityManager) {
  return {
    /** Nobody closes or halts the election until the transaction ends; others go on voting in it meanwhile. */
    async holdElection(id: ElectionId): Promise<void> {
      await manager.query('select 1 from election where id = $1 for share', [id]);
    },

    /** How many are on the paper of each contest of an election. */
    async countPapers(electionId: ElectionId): Promise<ReadonlyMap<ContestId, number>> {
      const rows: readonly { id: ContestId; papers: number }[] = await manager.query(
        `select c.id, count(k.ballot_place)::int as papers from contest c left join candidate k on k.contest_id = c.id
         where c.election_id = $1 group by c.id`,
        [electionId],
      );
      return new Map(rows.map(({ id, papers }) => [id, papers]));
    },

    /**
     * The member's lines of the rolls, which nobody else changes until the transaction ends. They are locked in the order of
     * their contests, so that two devices with overlapping contests wait for each other instead of stopping each other.
     */
    async lockRoll(memberId: MemberId, contestIds: readonly ContestId[]): Promise<readonly RollLine[]> {
      const rows: readonly { contest_id: ContestId; has_voted: boolean }[] = await manager.query(
        `select contest_id, has_voted from voter_roll_entry where member_id = $1 and contest_id = any($2::uuid[])
         order by contest_id for update`,
        [memberId, contestIds],
      );
      return rows.map((row) => ({ contestId: row.contest_id, hasVoted: row.has_voted }));
    },

    /** In which contest each of the receipts has a ballot. */
    async findStored(receipts: readonly string[]): Promise<ReadonlyMap<string, ContestId>> {
      const rows: readonly { receipt: string; contest_id: ContestId }[] = await manager.query(
        'select receipt, contest_id from ballot where receipt = any($1::text[])',
        [receipts],
      );
      return new Map(rows.map((row) => [row.receipt, row.contest_id]));
    },

    /**
     * Says on the rolls that the member has voted and keeps the ballots, in an order that says nothing. Tells whether all of
     * them are kept: one that somebody else has cast already is not theirs to cast.
     */
    async cast(memberId: MemberId, ballots: readonly Ballot[]): Promise<boolean> {
      await manager.query(
        'update voter_roll_entry set has_voted = true where member_id = $1 and contest_id = any($2::uuid[])',
        [memberId, ballots.map(({ contestId }) => contestId)],
      );
      const ordered = ballots.toSorted((one, other) => (one.receipt < other.receipt ? -1 : 1));
      const kept: readonly unknown[] = await manager.query(
        `insert into ballot (receipt, contest_id, sealed) select * from unnest($1::text[], $2::uuid[], $3::bytea[])
         on conflict on constraint ballot_pk do nothing returning 1`,
        [
          ordered.map(({ receipt }) => receipt),
          ordered.map(({ contestId }) => contestId),
          ordered.map(({ sealed }) => Buffer.from(sealed)),
        ],
      );
      return kept.length === ballots.length;
    },

    /** What decides where the member's ballot is in each of the contests, which were loaded already. */
    async listRollFacts(
      memberId: MemberId | undefined,
      ids: readonly ContestId[],
    ): Promise<ReadonlyMap<ContestId, RollFacts>> {
      const rows: readonly RollRow[] = await manager.query(selectRollFacts, [memberId ?? null, ids]);
      return new Map(rows.map((row) => [row.id, toRollFacts(row)]));
    },
  };
}

type RollRow = {
  readonly id: ContestId;
  readonly status: Election['status'];
  readonly resumes_to: NonNullable<Election['resumesTo']> | null;
  readonly voting_closes_at: Date;
  readonly has_voted: boolean | null;
  readonly is_frozen: boolean;
  readonly would_vote: boolean;
};

/** `$1` is the member, `$2` the contests. */
const selectRollFacts = `
  select c.id, e.status, e.resumes_to, e.voting_closes_at, v.has_voted, f.is_frozen,
    not f.is_frozen and exists (select 1 from (select 1) one join ${electors} where m.id = $1::uuid) as would_vote
  from contest c join election e on e.id = c.election_id join position p on p.id = c.position_id
  left join voter_roll_entry v on v.contest_id = c.id and v.member_id = $1::uuid
  cross join lateral (select exists (select 1 from voter_roll_entry o where o.contest_id = c.id)
    or coalesce(e.resumes_to, e.status) in ('VOTING', 'CLOSED', 'PROVISIONAL', 'DECLARED') as is_frozen) f
  where c.id = any($2::uuid[])`;

function toRollFacts(row: RollRow): RollFacts {
  return {
    election: { status: row.status, resumesTo: row.resumes_to ?? undefined, votingClosesAt: row.voting_closes_at },
    hasVoted: row.has_voted ?? undefined,
    isFrozen: row.is_frozen,
    wouldVote: row.would_vote,
  };
}
