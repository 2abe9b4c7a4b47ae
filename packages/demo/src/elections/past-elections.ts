import { fixedId } from '../fixed-id.js';
import { demoGroups } from '../groups/groups.js';
import { demoPositions, type DemoPosition } from '../groups/positions.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { after, atTime, committeeYear, dayMs } from '../season.js';
import { demoContest, type ContestSketch } from './demo-contest.js';
import { complaintTexts, campaignRules } from './election-texts.js';
import type { DemoElection, DemoSchedule } from './election.js';
import { type Electorates, freeFrom } from './electorate.js';
import { demoTrustees, seedOf } from './trustees.js';

/** From this many papers on even turnout by faculty is told. */
const papersMin = 260;

/**
 * The elections of last spring, both declared: the union's officers, and the welfare officers of the international students'
 * network, a contest for two seats. Who holds these offices today stood in them; that they won is for the count to say.
 */
export function pastElections(union: DemoUnion, electorates: Electorates, anchor: Date): readonly DemoElection[] {
  const term = committeeYear(anchor);
  const schedule = springSchedule(term.from);
  const contestFor = (position: DemoPosition, shape: Pick<ContestSketch, 'name' | 'popularity' | 'voters'>) => {
    const known = electorates
      .holdersOf(position)
      .filter(({ by, from }) => by === 'ELECTION' && from.getTime() === term.from.getTime())
      .map(({ memberId }) => memberId);
    const nominators = position.kind === 'UNION_OFFICER' ? 5 : 2;
    const base = { position, seats: position.seats, mandatesEndAt: term.to, without: [], nominators };
    return demoContest(electorates, schedule, { ...base, ...shape, known });
  };
  const find = (matches: (position: DemoPosition) => boolean): readonly DemoPosition[] =>
    union.positions.filter(matches);
  const shared = { status: 'DECLARED', campaignRules, ...demoTrustees } as const;
  const dates = {
    schedule,
    plannedAt: after(schedule.nominationsOpenAt, -20 * dayMs),
    declaredAt: declaredAt(term.from),
  };
  return [
    {
      ...shared,
      ...dates,
      id: demoElectionIds.spring,
      title: `Union elections, spring ${term.from.getUTCFullYear()}`,
      seed: seedOf('spring'),
      contests: [
        ...find(({ kind, title }) => kind === 'UNION_OFFICER' && title === 'President').map((position) =>
          contestFor(position, {
            name: 'spring/president',
            popularity: [40, 25, 15, 9, 0, 0],
            voters: { share: 0.18, atLeast: papersMin },
          }),
        ),
        ...find(({ id }) => id === demoPositions.welfareOfficer).map((position) =>
          contestFor(position, {
            name: 'spring/welfare',
            popularity: [44, 24, 12],
            voters: { share: 0.16, atLeast: papersMin },
          }),
        ),
        ...find(({ id }) => id === demoPositions.physicsRep).map((position) =>
          contestFor(position, { name: 'spring/physics', popularity: [14, 2], voters: { share: 0.7, atLeast: 8 } }),
        ),
      ],
      complaints: [
        {
          id: fixedId('election-complaint/spring'),
          byId: demoMembers.omar.memberId,
          text: complaintTexts.dismissed,
          madeAt: after(schedule.votingClosesAt, 20 * 3_600_000),
          dismissedBecause: complaintTexts.ruling,
        },
      ],
    },
    {
      ...shared,
      ...dates,
      id: demoElectionIds.network,
      groupId: demoGroups.international,
      title: `International Students’ Network: welfare officers ${term.from.getUTCFullYear()}`,
      seed: seedOf('network'),
      contests: find(({ groupId, kind }) => groupId === demoGroups.international && kind === 'WELFARE_LEAD').map(
        (position) =>
          contestFor(position, {
            name: 'network/welfare',
            popularity: [50, 22, 12, 8, 4],
            voters: { share: 0.6, atLeast: 60 },
          }),
      ),
      complaints: [],
    },
  ];
}

/** An election whose result can still be complained about: few voted, so that its ballots are not published. */
export function provisionalElection(union: DemoUnion, electorates: Electorates, anchor: Date): DemoElection {
  const positions = union.positions.filter(
    ({ groupId, kind }) => groupId === demoGroups.hillwalking && kind === 'TREASURER',
  );
  const mandatesStartAt = freeFrom(electorates, positions, atTime(after(anchor, 21 * dayMs), 0));
  const at = (days: number, hour: number): Date => atTime(after(anchor, days * dayMs), hour);
  const schedule = {
    nominationsOpenAt: at(-30, 9),
    nominationsCloseAt: at(-20, 17),
    campaignOpensAt: at(-14, 9),
    votingOpensAt: at(-7, 9),
    votingClosesAt: at(-2, 17),
    countedAt: at(-2, 19),
    mandatesStartAt,
  };
  const contests = positions.map((position) =>
    demoContest(electorates, schedule, {
      name: 'hillwalking/treasurer',
      position,
      seats: 1,
      mandatesEndAt: after(mandatesStartAt, 365 * dayMs),
      known: [],
      popularity: [10, 7],
      voters: { share: 0, atLeast: 8 },
      without: Object.values(demoMembers).map(({ memberId }) => memberId),
      nominators: 2,
    }),
  );
  return {
    ...demoTrustees,
    campaignRules,
    schedule,
    contests,
    id: demoElectionIds.provisional,
    groupId: demoGroups.hillwalking,
    title: 'Hillwalking Club: treasurer of the coming year',
    status: 'PROVISIONAL',
    seed: seedOf('hillwalking'),
    plannedAt: at(-45, 11),
    complaints: [
      {
        id: fixedId('election-complaint/hillwalking'),
        byId: demoMembers.uma.memberId,
        text: complaintTexts.waiting,
        madeAt: at(-2, 20),
      },
    ],
  };
}

function springSchedule(termFrom: Date): DemoSchedule {
  const at = (days: number, hour: number): Date => atTime(after(termFrom, -days * dayMs), hour);
  return {
    nominationsOpenAt: at(54, 9),
    nominationsCloseAt: at(44, 17),
    campaignOpensAt: at(36, 9),
    votingOpensAt: at(28, 9),
    votingClosesAt: at(24, 17),
    countedAt: at(24, 19),
    mandatesStartAt: termFrom,
  };
}

function declaredAt(termFrom: Date): Date {
  return atTime(after(termFrom, -14 * dayMs), 10);
}

/** The ids of the demo elections. */
export const demoElectionIds = {
  /** Last spring's, of the union: declared. */
  spring: fixedId<'Election'>('election/spring'),
  /** Last spring's, of the international students' network: declared, two seats. */
  network: fixedId<'Election'>('election/network'),
  /** Voting is open, for two more days. */
  voting: fixedId<'Election'>('election/voting'),
  /** Nominations are open, and Ada is nominated. */
  nominations: fixedId<'Election'>('election/nominations'),
  /** Counted, of the hillwalking club, within the time for complaints. */
  provisional: fixedId<'Election'>('election/provisional'),
} as const;
