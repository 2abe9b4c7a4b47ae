import { fixedId } from '../fixed-id.js';
import type { DemoPosition } from '../groups/positions.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { randomStream } from '../random-stream.js';
import { after, atTime, dayMs } from '../season.js';
import { demoContest, nominatorsOf, reopen, type ContestSketch } from './demo-contest.js';
import { campaignRules } from './election-texts.js';
import type { DemoCandidate, DemoContest, DemoElection, DemoSchedule } from './election.js';
import { type Electorates, freeFrom } from './electorate.js';
import { demoElectionIds } from './past-elections.js';
import { demoTrustees, seedOf } from './trustees.js';

const { ada, omar, uma, rosa } = demoMembers;
const people = [ada.memberId, omar.memberId, uma.memberId, rosa.memberId];

/** The election in which the demo people can vote: Omar stands for activities and sport, and some people have voted. */
export function votingElection(union: DemoUnion, electorates: Electorates, anchor: Date): DemoElection {
  const sketches = [
    { title: 'President', popularity: [30, 24, 16, 9], known: [] },
    { title: 'Activities and Sport Officer', popularity: [24, 22, 15], known: [omar.memberId] },
    { title: 'Environment Officer', popularity: [20, 12], known: [] },
  ];
  const chosen = sketches.flatMap((sketch) =>
    unionPositions(union, sketch.title).map((position) => ({ ...sketch, position })),
  );
  const schedule = schedulesFrom(anchor, {
    opens: -32,
    mandatesStartAt: freeFrom(
      electorates,
      chosen.map(({ position }) => position),
      atTime(after(anchor, 30 * dayMs), 0),
    ),
  });
  const contests = chosen.map(({ title, position, popularity, known }) =>
    demoContest(electorates, schedule, {
      ...unionSketch(position, schedule),
      name: `voting/${title}`,
      known,
      popularity,
      voters: { share: 0, atLeast: 36 },
      without: people,
    }),
  );
  return {
    ...demoTrustees,
    campaignRules,
    schedule,
    contests,
    id: demoElectionIds.voting,
    title: 'Union elections: officers of the coming year',
    status: 'VOTING',
    seed: seedOf('voting'),
    plannedAt: after(schedule.nominationsOpenAt, -12 * dayMs),
    complaints: [],
  };
}

/** The election for which people can be nominated: Ada is, and has not answered. */
export function nominationsElection(union: DemoUnion, electorates: Electorates, anchor: Date): DemoElection {
  const positions = ['Housing Officer', 'Volunteering Officer'].flatMap((title) => unionPositions(union, title));
  const schedule = schedulesFrom(anchor, {
    opens: -4,
    mandatesStartAt: freeFrom(electorates, positions, atTime(after(anchor, 60 * dayMs), 0)),
  });
  return {
    ...demoTrustees,
    campaignRules,
    schedule,
    contests: positions.map((position, place) => nominating(electorates, position, { schedule, place })),
    id: demoElectionIds.nominations,
    title: 'Union elections: part-time officers',
    status: 'NOMINATIONS',
    seed: seedOf('nominations'),
    plannedAt: after(schedule.nominationsOpenAt, -12 * dayMs),
    complaints: [],
  };
}

function nominating(
  electorates: Electorates,
  position: DemoPosition,
  { schedule, place }: { readonly schedule: DemoSchedule; readonly place: number },
): DemoContest {
  const name = `nominations/${position.title}`;
  const { candidates, ...contest } = demoContest(electorates, schedule, {
    ...unionSketch(position, schedule),
    name,
    known: [],
    popularity: [1, 1],
    voters: { share: 0, atLeast: 0 },
    without: [],
  });
  const others = candidates.filter(({ memberId }) => memberId !== undefined);
  const electorate = electorates.of(position, schedule.nominationsOpenAt);
  const random = randomStream(`election/${name}/ada`);
  const strangers = nominatorsOf(random, electorate, { candidateId: ada.memberId, count: 8 });
  const adas: DemoCandidate = {
    id: demoCandidacies.ada,
    memberId: ada.memberId,
    name: ada.displayName,
    answer: 'NOMINATED',
    statements: [],
    nominators: [rosa.memberId, ...strangers.filter((id) => !people.includes(id)).slice(0, 2)],
  };
  const consenting = others.map((candidate): DemoCandidate => ({ ...candidate, answer: 'CONSENTED' }));
  return {
    ...contest,
    candidates: [...(place === 0 ? [adas] : []), ...consenting, reopen(name)],
    roll: [],
    voters: [],
    ballots: [],
  };
}

/** The candidacies that documents and tests quote. */
export const demoCandidacies = {
  /** Ada, nominated by Rosa and two others, has not answered. */
  ada: fixedId<'Candidate'>('candidate/ada'),
} as const;

function unionPositions({ positions }: DemoUnion, wanted: string): readonly DemoPosition[] {
  return positions.filter(({ kind, title }) => kind === 'UNION_OFFICER' && title === wanted);
}

function unionSketch(position: DemoPosition, { mandatesStartAt }: DemoSchedule) {
  const mandatesEndAt = after(mandatesStartAt, 365 * dayMs);
  return { position, seats: position.seats, mandatesEndAt, nominators: 5 } satisfies Partial<ContestSketch>;
}

/** Nominations ten days, a campaign of a week, voting for five days; nominations open so many days from the anchor's. */
function schedulesFrom(
  anchor: Date,
  { opens, mandatesStartAt }: { readonly opens: number; readonly mandatesStartAt: Date },
): DemoSchedule {
  const at = (days: number, hour: number): Date => atTime(after(anchor, (opens + days) * dayMs), hour);
  return {
    nominationsOpenAt: at(0, 9),
    nominationsCloseAt: at(10, 17),
    campaignOpensAt: at(20, 9),
    votingOpensAt: at(29, 0),
    votingClosesAt: at(34, 17),
    mandatesStartAt,
  };
}
