import type { Actor } from '@guildhall/kernel';
import type { Papers } from '@guildhall/stv';
import { brokenConstraint, ConcurrentWrite } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ContestId } from '../contest/contest.js';
import type { Countable, CountResult, PaperLine } from './count-result.js';
import { visibleCounts } from './count.policy.js';
import { toCountResult, type CountResultRow } from './count-row.js';
import type { TurnoutPart } from './turnout-parts.js';

/** A contest with all that is published of it, and what its ballot file is called. */
export type PublishedCountable = Countable & { readonly title: string };

/** Reads and adds counts; reads on behalf of somebody take the actor. */
export type CountRepository = ReturnType<typeof createCountRepository>;

type CountableRow = {
  readonly id: ContestId;
  readonly title: string;
  readonly seats: number;
  readonly seed: string;
  readonly rules_version: number;
  readonly paper: readonly (Omit<PaperLine, 'status'> & { status: PaperLine['status'] | null })[] | null;
  readonly ballots: readonly { ballot: readonly string[]; papers: number }[] | null;
  readonly spoilt: number;
};

const selectCountable = `
  select c.id, e.title || ': ' || p.title as title, c.seats, e.seed, e.rules_version,
    (select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'isReopen', k.is_reopen, 'status', k.status) order by k.ballot_place)
     from candidate k where k.contest_id = c.id and k.ballot_place is not null) as paper,
    (select jsonb_agg(jsonb_build_object('ballot', o.preferences, 'papers', o.papers))
     from opened_ballot o where o.contest_id = c.id and o.preferences is not null) as ballots,
    (select coalesce(sum(o.papers), 0)::int from opened_ballot o where o.contest_id = c.id and o.preferences is null) as spoilt
  from contest c join election e on e.id = c.election_id join position p on p.id = c.position_id`;

/** A repository over one connection or transaction. */
export function createCountRepository(manager: EntityManager) {
  const listCountable = async (
    condition: string,
    parameters: readonly unknown[],
  ): Promise<readonly PublishedCountable[]> => {
    const rows: readonly CountableRow[] = await manager.query(`${selectCountable} where ${condition}`, [...parameters]);
    return rows.map(toCountable);
  };

  return {
    /** A contest that is closed and not declared, to count; nobody else counts it until the transaction ends. */
    async findCountableLocked(id: ContestId): Promise<Countable | undefined> {
      await manager.query('select 1 from contest where id = $1 for update', [id]);
      const [found] = await listCountable(
        `c.id = $1 and coalesce(e.resumes_to, e.status) in ('CLOSED', 'PROVISIONAL')`,
        [id],
      );
      return found;
    },

    /** The last count of a contest, for the platform itself. */
    async findLatest(id: ContestId): Promise<CountResult | undefined> {
      const rows: readonly CountResultRow[] = await manager.query(
        'select * from count_result where contest_id = $1 order by count_number desc limit 1',
        [id],
      );
      return rows.map(toCountResult)[0];
    },

    /** The last count of each of the contests, where the actor may read it. */
    async listLatest(actor: Actor, ids: readonly ContestId[]): Promise<readonly CountResult[]> {
      const rows: readonly CountResultRow[] = await manager.query(
        `select distinct on (r.contest_id) r.* from count_result r
         join contest c on c.id = r.contest_id join election e on e.id = c.election_id
         where r.contest_id = any($1::uuid[]) and ($2::boolean or e.complaints_until is not null)
         order by r.contest_id, r.count_number desc`,
        [ids, visibleCounts(actor).everything],
      );
      return rows.map(toCountResult);
    },

    /** What each of the contests was counted from, where the actor may read the count. */
    listPublished: (actor: Actor, ids: readonly ContestId[]): Promise<readonly PublishedCountable[]> =>
      listCountable(
        `c.id = any($1::uuid[]) and ($2::boolean or e.complaints_until is not null)
           and exists (select 1 from count_result r where r.contest_id = c.id)`,
        [ids, visibleCounts(actor).everything],
      ),

    /** How many of each faculty are on the roll and have voted; without a name for those who have none. */
    countTurnout: (id: ContestId): Promise<readonly TurnoutPart[]> =>
      manager.query(
        `select m.faculty, count(*)::int as electorate, count(*) filter (where v.has_voted)::int as cast
         from voter_roll_entry v join member m on m.id = v.member_id where v.contest_id = $1 group by m.faculty`,
        [id],
      ),

    /** Adds a count; throws {@link ConcurrentWrite} when another one has its number. */
    async add(result: CountResult): Promise<CountResult> {
      try {
        await manager.query(
          `insert into count_result (contest_id, count_number, counted_at, seats, valid, blank, spoilt, candidates,
             passed_over, elected, stages, turnout_parts)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            result.contestId,
            result.countNumber,
            result.countedAt,
            result.seats,
            result.valid,
            result.blank,
            result.spoilt,
            result.candidates,
            result.passedOver,
            result.elected,
            JSON.stringify(result.stages),
            JSON.stringify(result.turnoutParts),
          ],
        );
      } catch (error) {
        throw brokenConstraint(error) === 'count_result_pk' ? new ConcurrentWrite() : error;
      }
      return result;
    },
  };
}

function toCountable({ id, rules_version, paper, ballots, ...row }: CountableRow): PublishedCountable {
  return {
    ...row,
    contestId: id,
    rulesVersion: rules_version,
    paper: (paper ?? []).map(({ status, ...line }) => ({ ...line, status: status ?? undefined })),
    ballots: (ballots ?? []) satisfies readonly Papers[],
  };
}
