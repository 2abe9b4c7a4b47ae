import type { EntityManager } from 'typeorm';
import type { CandidateId } from '../candidate/candidate.js';
import type { ContestId } from '../contest/contest.js';
import type { BallotRoot, OpenedBundle, SealedContest } from './ballot.js';

/** What is done with all ballots of an election at once, by the platform alone, and their roots and receipts. */
export type BallotBoxRepository = ReturnType<typeof createBallotBoxRepository>;

/**
 * Copies a table away, empties it and writes it again in random order, in the caller's transaction. Emptying gives the table
 * a new file, so that the old versions of its rows are gone with the old one at the commit without waiting for a vacuum;
 * what is written has one transaction and one command, and its place in the file is by lot.
 */
const rewritten = (table: string): readonly string[] => [
  `create temporary table kept_${table} on commit drop as select * from ${table}`,
  `truncate ${table}`,
  `insert into ${table} select * from kept_${table} order by gen_random_uuid()`,
];

/** The whole of it. Locks are taken in the order in which casting takes them. */
const rewriting = [
  `set local statement_timeout = '300s'`,
  'lock table voter_roll_entry in access exclusive mode',
  'lock table ballot in access exclusive mode',
  ...rewritten('voter_roll_entry'),
  // Ballots are cast while voting is open; these were.
  'alter table ballot disable trigger ballot_is_cast',
  ...rewritten('ballot'),
  'alter table ballot enable trigger ballot_is_cast',
];

/** A repository over one connection or transaction. */
export function createBallotBoxRepository(manager: EntityManager) {
  return {
    /** Writes roll and ballots anew, so that no version, place or order of a row tells who cast which ballot. */
    async rewrite(): Promise<void> {
      for (const statement of rewriting) await manager.query(statement);
    },

    /** The receipts of each of the contests, in the same order. */
    async listReceipts(ids: readonly ContestId[]): Promise<readonly (readonly string[])[]> {
      const rows: readonly { receipts: readonly string[] }[] = await manager.query(
        `select coalesce((select array_agg(b.receipt order by b.receipt) from ballot b where b.contest_id = c.id), '{}') as receipts
         from unnest($1::uuid[]) with ordinality as c(id, place) order by c.place`,
        [ids],
      );
      return rows.map(({ receipts }) => receipts);
    },

    /** Keeps the roots over all ballots of contests, in the same order; the first of a contest stands. */
    async markRoots(ids: readonly ContestId[], roots: readonly Omit<BallotRoot, 'contestId'>[]): Promise<void> {
      await manager.query(
        `insert into ballot_root (contest_id, root, ballots) select * from unnest($1::uuid[], $2::text[], $3::integer[])
         on conflict on constraint ballot_root_pk do nothing`,
        [ids, roots.map(({ root }) => root), roots.map(({ ballots }) => ballots)],
      );
    },

    /** The roots of contests that were loaded already; nothing of those whose voting is not closed. */
    async listRoots(ids: readonly ContestId[]): Promise<readonly BallotRoot[]> {
      const rows: readonly { contest_id: ContestId; root: string; ballots: number }[] = await manager.query(
        'select contest_id, root, ballots from ballot_root where contest_id = any($1::uuid[])',
        [ids],
      );
      return rows.map(({ contest_id, ...row }) => ({ contestId: contest_id, ...row }));
    },

    /** A contest with its sealed ballots. */
    async readSealed(contestId: ContestId): Promise<SealedContest> {
      const candidates: readonly { id: CandidateId }[] = await manager.query(
        'select id from candidate where contest_id = $1 and ballot_place is not null order by ballot_place',
        [contestId],
      );
      const ballots: readonly { sealed: Buffer }[] = await manager.query(
        'select sealed from ballot where contest_id = $1 order by receipt',
        [contestId],
      );
      return { contestId, candidates: candidates.map(({ id }) => id), sealed: ballots.map(({ sealed }) => sealed) };
    },

    /** Keeps what the ballots of a contest say, in an order that says nothing. */
    async keepOpened(bundles: readonly OpenedBundle[]): Promise<void> {
      await manager.query(
        `insert into opened_ballot (contest_id, preferences, papers)
         select (b->>'contestId')::uuid,
           case when b ? 'preferences' then array(select jsonb_array_elements_text(b->'preferences')::uuid) end,
           (b->>'papers')::int
         from jsonb_array_elements($1::jsonb) as b order by gen_random_uuid()`,
        [JSON.stringify(bundles)],
      );
    },
  };
}
