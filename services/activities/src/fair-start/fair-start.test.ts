import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Activity, ActivityStatus } from '../activity/activity.js';
import { groupId, personas } from '../../test/personas.js';
import { drawEntries } from './draw-entries.js';
import { currentFairStartRules as rules } from './fair-start-rules.js';
import { fairStartPolicy } from './fair-start.policy.js';
import {
  fairStartLifecycle,
  fairStartPhase,
  partyTickets,
  planWindow,
  ticketsOf,
  type Entrant,
  type FairStartAction,
  type FairStartPhase,
} from './fair-start.js';

const at = (day: number, hour = 12): Date => new Date(Date.UTC(2026, 9, day, hour));

function activityOf(changes: Partial<Activity> = {}): Activity {
  return {
    groupId,
    status: 'PUBLISHED',
    capacity: 10,
    registrationOpensAt: at(20),
    registrationClosesAt: at(25),
    startsAt: at(26),
    endsAt: at(27),
    organiserId: '018f0000-0000-7000-8000-0000000000b9',
    team: [],
    ...changes,
  } as Activity;
}
const window = { collectionOpensAt: at(10), collectionClosesAt: at(15) };

describe('the life of a fair start', () => {
  const instants: Readonly<Record<FairStartPhase, readonly [Activity, Date]>> = {
    NONE: [activityOf(), at(12)],
    PLANNED: [activityOf(window), at(9)],
    COLLECTING: [activityOf(window), at(10)],
    CLOSED: [activityOf(window), at(15)],
    DRAWN: [activityOf({ ...window, drawnAt: at(15) }), at(16)],
  };
  const possible: Readonly<Record<FairStartPhase, readonly FairStartAction[]>> = {
    NONE: ['PLAN'],
    PLANNED: ['PLAN'],
    COLLECTING: ['ENTER', 'JOIN_PARTY', 'LEAVE_DRAW'],
    CLOSED: ['DRAW'],
    DRAWN: [],
  };

  it.each(Object.entries(possible))('allows in phase %s exactly %j', (phase, actions) => {
    const [activity, now] = instants[phase as FairStartPhase];
    expect(fairStartPhase(activity, now)).toBe(phase);
    expect(fairStartLifecycle.actions.filter((action) => fairStartLifecycle.can(action, activity, now))).toEqual(
      actions,
    );
  });

  it.each(['DRAFT', 'SUBMITTED', 'APPROVED', 'CANCELLED', 'COMPLETED'] as const)(
    'takes no entries while the activity is %s',
    (status: ActivityStatus) => {
      for (const action of ['ENTER', 'JOIN_PARTY', 'LEAVE_DRAW'] as const)
        expect(fairStartLifecycle.can(action, activityOf({ ...window, status }), at(12))).toBe(false);
    },
  );

  it('is not planned once people can register first come first served', () => {
    expect(fairStartLifecycle.can('PLAN', activityOf(), at(20))).toBe(false);
    expect(fairStartLifecycle.can('PLAN', activityOf({ status: 'CANCELLED' }), at(12))).toBe(false);
  });
});

describe('who may do what to a fair start', () => {
  it.each([
    ['stranger', ['ENTER', 'JOIN_PARTY', 'LEAVE_DRAW']],
    ['member', ['ENTER', 'JOIN_PARTY', 'LEAVE_DRAW']],
    ['officer', ['PLAN', 'ENTER', 'JOIN_PARTY', 'LEAVE_DRAW']],
    ['unionOfficer', ['PLAN', 'ENTER', 'JOIN_PARTY', 'LEAVE_DRAW']],
    ['admin', []],
    ['machine', []],
    ['anonymous', []],
    ['system', ['DRAW']],
  ] as const)('%s: %j', (persona, granted) => {
    const can = (action: FairStartAction): boolean => fairStartPolicy.can(personas[persona], action, activityOf());
    expect(fairStartLifecycle.actions.filter(can)).toEqual(granted);
  });
});

describe('a window', () => {
  const rulesOf = (result: ReturnType<typeof planWindow>): readonly string[] =>
    !result.ok && result.error.__typename === 'ValidationError' ? result.error.fields.map(({ path }) => path) : [];

  it('opens in the future, lasts an hour and ends before registration opens', () => {
    const now = at(9);
    expect(planWindow(activityOf(), { opensAt: at(10), closesAt: at(20) }, now)).toMatchObject({
      ok: true,
      value: { collectionOpensAt: at(10), collectionClosesAt: at(20) },
    });
    expect(rulesOf(planWindow(activityOf(), { opensAt: now, closesAt: at(15) }, now))).toEqual(['opensAt']);
    expect(rulesOf(planWindow(activityOf(), { opensAt: at(10, 1), closesAt: at(10, 1) }, now))).toEqual(['closesAt']);
    expect(rulesOf(planWindow(activityOf(), { opensAt: at(10), closesAt: at(21) }, now))).toEqual(['closesAt']);
  });

  it('is for activities with a limit', () => {
    const open = activityOf({ capacity: undefined });
    expect(rulesOf(planWindow(open, { opensAt: at(10), closesAt: at(15) }, at(9)))).toEqual(['activityId']);
  });

  it('is moved before it opens, and never after', () => {
    expect(planWindow(activityOf(window), { opensAt: at(11), closesAt: at(15) }, at(9)).ok).toBe(true);
    expect(planWindow(activityOf(window), { opensAt: at(13), closesAt: at(15) }, at(11))).toMatchObject({
      error: { __typename: 'IllegalTransitionError', state: 'COLLECTING' },
    });
  });
});

describe('tickets', () => {
  const plain = { isFirstTimer: false, losses: 0, drawPercent: 100 };

  it('are more for first-timers and for those who lost before, up to a bound, and fewer after strikes', () => {
    expect(ticketsOf(plain, rules)).toBe(4);
    expect(ticketsOf({ ...plain, isFirstTimer: true }, rules)).toBe(8);
    expect(ticketsOf({ ...plain, losses: 2 }, rules)).toBe(8);
    expect(ticketsOf({ ...plain, losses: 9 }, rules)).toBe(12);
    expect(ticketsOf({ ...plain, drawPercent: 50 }, rules)).toBe(2);
    expect(ticketsOf({ ...plain, drawPercent: 1 }, rules)).toBe(1);
  });

  it('of a party lie between those of its people', () => {
    const person = fc.record({
      isFirstTimer: fc.boolean(),
      losses: fc.nat({ max: 9 }),
      drawPercent: fc.constantFrom(50, 75, 100),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
        const each = people.map((one) => ticketsOf(one, rules));
        expect(partyTickets(people, rules)).toBeGreaterThanOrEqual(Math.min(...each));
        expect(partyTickets(people, rules)).toBeLessThanOrEqual(Math.max(...each));
      }),
    );
  });
});

describe('drawing', () => {
  it('counts the people of a party together and gives out no more places than there are', () => {
    const entrants = Array.from({ length: 12 }, (_unused, index) => ({
      registrationId: `r${index}`,
      memberId: `m${index}`,
      entryId: index < 4 ? 'party' : `e${index}`,
      isFirstTimer: index === 5,
      losses: 0,
    })) as unknown as readonly Entrant[];
    const drawn = drawEntries(entrants, { places: 6, seed: 'a seed', rules, drawPercentOf: new Map() });
    expect(drawn).toHaveLength(9);
    expect(drawn.find(({ id }) => id === 'party')).toMatchObject({ size: 4, tickets: 4 });
    expect(drawn.find(({ id }) => id === 'e5')).toMatchObject({ size: 1, tickets: 8 });
    const given = drawn.filter(({ isPlaced }) => isPlaced).reduce((sum, { size }) => sum + size, 0);
    expect(given).toBeLessThanOrEqual(6);
  });
});
