import { commitmentOf } from '@guildhall/lot';
import { waitFor, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import { currentFairStartRules } from '../src/fair-start/fair-start-rules.js';
import type { GroupId } from '../src/references/group.js';
import { inHours, type Fixture } from './fixture.js';

/** When entry is open in these tests: it opened an hour ago and closes tomorrow, when the draw is. */
export const collecting = {
  collectionOpensAt: inHours(-1),
  collectionClosesAt: inHours(24),
  registrationOpensAt: inHours(25),
} as const;

/** What a mutation answered. */
export type Outcome = {
  readonly __typename: string;
  readonly registration?: { readonly id: string; readonly status: string };
  readonly state?: string;
  readonly limit?: number;
};

const answer = '__typename ... on UserError { message } ... on IllegalTransitionError { state }';
const place = 'registration { id status }';

/** The mutations, each with what it answers. */
export const mutations = {
  enterDraw: `mutation ($input: EnterDrawInput!) { enterDraw(input: $input) { ${answer} ... on EnterDrawSuccess { ${place} } } }`,
  joinParty: `mutation ($input: JoinPartyInput!) { joinParty(input: $input) { ${answer}
    ... on LimitReachedError { limit } ... on JoinPartySuccess { ${place} } } }`,
  leaveDraw: `mutation ($input: LeaveDrawInput!) { leaveDraw(input: $input) { ${answer} ... on LeaveDrawSuccess { ${place} } } }`,
  planFairStart: `mutation ($input: PlanFairStartInput!) { planFairStart(input: $input) { ${answer} ... on ValidationError { fields { path } }
    ... on PlanFairStartSuccess { activity { fairStart { phase commitment seed } } } } }`,
} as const;

/** What is asked of a fair start in these tests. */
export const fairStartQuery = `query ($id: ID!, $first: Int = 100) { activity(id: $id) { phase fairStartActions seatsTaken viewerRegistration { id status }
  fairStart { phase commitment seed drawnAt places entryCount peopleCount rules { baseTickets partySizeMax }
    viewerEntry { id registration { id } inviteCode people { member { id } } drawn { rank isPlaced } }
    entries(first: $first) { edges { node { id size tickets number rank isPlaced } } pageInfo { hasNextPage endCursor } } } } }`;

/** A fair start as the query reads it. */
export type FairStartAnswer = {
  readonly phase: string;
  readonly commitment: string;
  readonly seed: string | null;
  readonly drawnAt: string | null;
  readonly places: number | null;
  readonly entryCount: number;
  readonly peopleCount: number;
  readonly viewerEntry: {
    readonly id: string;
    readonly registration: { readonly id: string };
    readonly inviteCode: string | null;
    readonly people: readonly { readonly member: { readonly id: string } }[];
    readonly drawn: { readonly rank: number; readonly isPlaced: boolean } | null;
  } | null;
  readonly entries: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly size: number;
        readonly tickets: number;
        readonly number: string;
        readonly rank: number;
        readonly isPlaced: boolean;
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

/** Acts on fair starts through the service, as people do, and lets the platform draw. */
export class FairStartActs {
  constructor(
    private readonly test: TestService,
    private readonly fixture: Fixture,
  ) {}

  /** A published activity whose fair start collects entries, with a seed of its own. */
  async activity(group: GroupId, changes: Partial<Activity> = {}): Promise<Activity> {
    const activity = await this.fixture.activity(group, 'PUBLISHED', { ...collecting, ...changes });
    const seed = `the seed of activity ${activity.id}`;
    await this.test.dataSource.query(
      'insert into fair_start (activity_id, commitment, rules_version) values ($1, $2, $3)',
      [activity.id, commitmentOf(seed), currentFairStartRules.version],
    );
    await this.test.dataSource.query('insert into fair_start_seed (activity_id, seed) values ($1, $2)', [
      activity.id,
      seed,
    ]);
    return activity;
  }

  /** Sends one of the mutations. */
  async act(
    subject: string | undefined,
    name: keyof typeof mutations,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Outcome> {
    const { data, errors } = await this.test.run(subject, mutations[name], { input });
    if (data === undefined || data === null) throw new Error(JSON.stringify(errors));
    return data[name] as Outcome;
  }

  /** The activity with its fair start as somebody sees it. */
  async see(
    subject: string | undefined,
    activityId: string,
  ): Promise<Readonly<Record<string, unknown>> & { readonly fairStart: FairStartAnswer }> {
    const { data, errors } = await this.test.run(subject, fairStartQuery, { id: activityId });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.['activity'] as Readonly<Record<string, unknown>> & { readonly fairStart: FairStartAnswer };
  }

  /** Enters as a party with the others joining; gives the first one's invitation. */
  async party(activityId: string, subjects: readonly string[]): Promise<string> {
    const [first = '', ...others] = subjects;
    await this.act(first, 'enterDraw', { activityId, asParty: true });
    const inviteCode = (await this.see(first, activityId)).fairStart.viewerEntry?.inviteCode ?? '';
    for (const subject of others) await this.act(subject, 'joinParty', { inviteCode });
    return inviteCode;
  }

  /** Lets jobs draw for the stated instant, by default one when entry closes, and waits for the result. */
  async draw(activity: Activity, jobs = 1): Promise<void> {
    for (let job = 0; job < jobs; job += 1)
      await this.test.dataSource.query(
        `select graphile_worker.add_job('draw-places', json_build_object('activityId', $1::text, '_due', $2::text), run_at := now(), job_key := $3)`,
        [activity.id, activity.collectionClosesAt?.toISOString(), `draw-${activity.id}-${job}`],
      );
    await waitFor('the jobs are done', async () => {
      const rows: readonly unknown[] = await this.test.dataSource.query(
        `select 1 from graphile_worker._private_jobs where key like $1`,
        [`draw-${activity.id}-%`],
      );
      return rows.length === 0;
    });
  }
}
