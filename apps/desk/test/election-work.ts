import { sealBallot } from '@guildhall/client';
import type { Desk } from './start-desk.js';

/** The instants of an election that the platform acts at, with the job that does. */
const jobs = {
  nominations_open_at: undefined,
  nominations_close_at: 'close-nominations',
  voting_opens_at: 'open-voting',
  voting_closes_at: 'close-voting',
  complaints_until: undefined,
} as const;

/** What members, and the clock, do with an election while the desk is watched. */
export type ElectionWork = {
  /** Makes it as if the election had been planned so much earlier that the instant was just now, and lets the platform act. */
  travelTo(instant: keyof typeof jobs): Promise<void>;
  /** Stands as a demo person; the number is how many others nominate them. */
  stand(who: string, nominations: number): Promise<string>;
  /** Votes for candidates in the order given. */
  vote(who: string, preferences: readonly string[]): Promise<void>;
  complain(who: string, text: string): Promise<void>;
};

const paper = `query ($id: ID!) { election(id: $id) { ballotKeys { trustee publicKey } contests { id candidates { id } } } }`;

/** Work on the one contest of an election, by its id. */
export function createElectionWork(desk: Desk, electionId: string): ElectionWork {
  const readPaper = async (who: string): Promise<Paper> => {
    const { askGraph, close } = await desk.visit(who);
    const answer = (await askGraph(paper, { id: electionId })) as { readonly data: { readonly election: Paper } };
    await close();
    return answer.data.election;
  };
  return {
    async travelTo(instant) {
      const at = new Date(Date.now() - 1000).toISOString();
      const shifted = Object.keys({ ...jobs, campaign_opens_at: 0, mandates_start_at: 0 })
        .map((column) => `${column} = ${column} - (${instant} - '${at}'::timestamptz)`)
        .join(', ');
      await desk.tamper('membership', `update election set ${shifted} where id = '${electionId}'`);
      const job = jobs[instant];
      if (job === undefined) return;
      const payload = JSON.stringify({ electionId, _due: at });
      const key = `${job}:${electionId}`;
      await desk.tamper(
        'membership',
        `select graphile_worker.add_job('${job}', payload := '${payload}'::json, run_at := now(), job_key := '${key}')`,
      );
    },
    async stand(who, nominations) {
      const [contest] = (await readPaper(who)).contests;
      const { candidate } = await desk.act<{ readonly candidate: { readonly id: string } }>(who, {
        mutation: 'nominateCandidate',
        input: { contestId: contest?.id },
        select: 'candidate { id }',
      });
      await desk.tamper(
        'membership',
        `insert into nomination (id, candidate_id, nominator_id, made_at)
         select gen_random_uuid(), k.id, g.member_id, now() from candidate k join contest c on c.id = k.contest_id
         join election e on e.id = c.election_id
         join group_membership g on g.group_id = e.group_id and g.status = 'ACTIVE' and g.member_id <> k.member_id
         where k.id = '${candidate.id}' limit ${nominations}`,
      );
      return candidate.id;
    },
    async vote(who, preferences) {
      const { ballotKeys, contests } = await readPaper(who);
      const ballots = await Promise.all(
        contests.map(async ({ id: contestId, candidates }) => ({
          contestId,
          sealed: await sealBallot(preferences, {
            electionId,
            contestId,
            candidates: candidates.map(({ id }) => id),
            keys: ballotKeys.map(({ publicKey }) => publicKey),
          }),
        })),
      );
      await desk.act(who, { mutation: 'castBallots', input: { electionId, ballots } });
    },
    async complain(who, text) {
      await desk.act(who, { mutation: 'complainAboutElection', input: { electionId, text } });
    },
  };
}

type Paper = {
  readonly ballotKeys: readonly { readonly trustee: string; readonly publicKey: string }[];
  readonly contests: readonly { readonly id: string; readonly candidates: readonly { readonly id: string }[] }[];
};
