import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { currentRules } from './activity-rules.js';
import {
  activityLifecycle,
  doorOpensAt,
  freeCancelUntil,
  isOpenForRegistration,
  noticeUntil,
  phaseOf,
  reportDueAt,
  type Activity,
  type ActivityAction,
  type ActivityPhase,
  type ActivityStatus,
} from './activity.js';
import { advanceActivity, refuseActivity, submitActivity } from './decide-activity.js';
import { draftActivity, editActivity, postponeActivity, reportActivity } from './plan-activity.js';
import { completeFacts, riskTierOf } from './risk.js';

const hour = 3_600_000;
const start = new Date('2026-11-02T18:00:00.000Z');
const at = (hours: number): Date => new Date(start.getTime() + hours * hour);
const activity: Activity = {
  id: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  groupId: '018f0000-0000-7000-8000-000000000002' as Id<'Group'>,
  organiserId: '018f0000-0000-7000-8000-000000000003' as Id<'Member'>,
  team: [],
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'DRAFT',
  statusReason: undefined,
  place: 'Union Hall',
  venueId: undefined,
  startsAt: start,
  endsAt: at(3),
  registrationOpensAt: at(-240),
  registrationClosesAt: at(-2),
  capacity: 20,
  facts: completeFacts({ expectedAttendees: 20 }),
  riskTier: 0,
  rulesVersion: 1,
  publishedAt: undefined,
  postponedAt: undefined,
  report: undefined,
  version: 1,
};
const inState = (status: ActivityStatus, changes: Partial<Activity> = {}): Activity => ({
  ...activity,
  status,
  ...changes,
});

/** What is possible in each state before, during and after the activity, registration being open until two hours before. */
const possible: Readonly<
  Record<
    ActivityStatus,
    {
      readonly open: readonly ActivityAction[];
      readonly running: readonly ActivityAction[];
      readonly over: readonly ActivityAction[];
    }
  >
> = {
  DRAFT: { open: ['EDIT', 'SUBMIT', 'CANCEL'], running: ['EDIT', 'SUBMIT', 'CANCEL'], over: ['EDIT', 'CANCEL'] },
  SUBMITTED: {
    open: ['REQUEST_CHANGES', 'APPROVE', 'DECLINE', 'CANCEL'],
    running: ['REQUEST_CHANGES', 'APPROVE', 'DECLINE', 'CANCEL'],
    over: ['REQUEST_CHANGES', 'APPROVE', 'DECLINE', 'CANCEL'],
  },
  CHANGES_REQUESTED: { open: ['EDIT', 'SUBMIT'], running: ['EDIT', 'SUBMIT'], over: ['EDIT'] },
  APPROVED: { open: ['EDIT', 'PUBLISH', 'CANCEL'], running: ['EDIT', 'PUBLISH', 'CANCEL'], over: ['EDIT', 'CANCEL'] },
  DECLINED: { open: [], running: [], over: [] },
  PUBLISHED: {
    open: ['EDIT', 'REGISTER', 'POSTPONE', 'CANCEL', 'READ_DOOR_LIST'],
    running: ['EDIT', 'CANCEL', 'READ_DOOR_LIST', 'CHECK_IN'],
    over: ['CANCEL', 'READ_DOOR_LIST', 'CHECK_IN', 'CLOSE_ATTENDANCE'],
  },
  CANCELLED: { open: [], running: [], over: [] },
  COMPLETED: {
    open: ['READ_DOOR_LIST', 'REPORT'],
    running: ['READ_DOOR_LIST', 'REPORT'],
    over: ['READ_DOOR_LIST', 'REPORT'],
  },
  REPORTED: { open: ['READ_DOOR_LIST'], running: ['READ_DOOR_LIST'], over: ['READ_DOOR_LIST'] },
};

describe('machine C', () => {
  it.each(activityLifecycle.states)('allows in %s what the table says, at every time', (status) => {
    expect(activityLifecycle.possible(inState(status), at(-48))).toEqual(possible[status].open);
    expect(activityLifecycle.possible(inState(status), at(1))).toEqual(possible[status].running);
    expect(activityLifecycle.possible(inState(status), at(3))).toEqual(possible[status].over);
  });

  it.each<readonly [number, ActivityPhase]>([
    [-241, 'REGISTRATION_NOT_OPEN'],
    [-240, 'OPEN'],
    [-2, 'REGISTRATION_CLOSED'],
    [0, 'RUNNING'],
    [3, 'ENDED'],
  ])('derives the phase %s hours from the start as %s', (hours, phase) => {
    expect(phaseOf(inState('PUBLISHED'), at(hours))).toBe(phase);
    expect(phaseOf(inState('APPROVED'), at(hours))).toBeUndefined();
  });

  it('lets people register at the door where registration closes later than the start', () => {
    const atDoor = inState('PUBLISHED', { registrationClosesAt: at(1) });
    expect([
      phaseOf(atDoor, at(0.5)),
      isOpenForRegistration(atDoor, at(0.5)),
      isOpenForRegistration(atDoor, at(1)),
    ]).toEqual(['RUNNING', true, false]);
  });
});

describe('submitting', () => {
  it('publishes a draft of tier 0 at once, and lets everything else wait for approval', () => {
    expect(submitActivity(activity, at(-48))).toMatchObject({
      ok: true,
      value: { status: 'PUBLISHED', publishedAt: at(-48) },
    });
    expect(submitActivity({ ...activity, riskTier: 1 }, at(-48))).toMatchObject({
      ok: true,
      value: { status: 'SUBMITTED', publishedAt: undefined },
    });
  });

  it('brings back what was sent back to whoever sent it, even at tier 0', () => {
    expect(submitActivity(inState('CHANGES_REQUESTED', { statusReason: 'Why?' }), at(-48))).toMatchObject({
      ok: true,
      value: { status: 'SUBMITTED', statusReason: undefined },
    });
  });

  it('is not possible for what is over', () => {
    expect(submitActivity(activity, at(3))).toMatchObject({
      ok: false,
      error: { __typename: 'IllegalTransitionError' },
    });
  });
});

describe('deciding', () => {
  it.each(['REQUEST_CHANGES', 'DECLINE', 'CANCEL'] as const)('%s takes a reason', (action) => {
    expect(refuseActivity(inState('SUBMITTED'), action, { reason: ' ', now: start })).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'reason', rule: 'REQUIRED' }] },
    });
    expect(refuseActivity(inState('SUBMITTED'), action, { reason: ' Rain. ', now: start })).toMatchObject({
      ok: true,
      value: { statusReason: 'Rain.' },
    });
    expect(refuseActivity(inState('REPORTED'), action, { reason: 'Rain.', now: start })).toMatchObject({
      ok: false,
      error: { __typename: 'IllegalTransitionError' },
    });
  });

  it('keeps the instant of publication when attendance is closed', () => {
    const published = advanceActivity(inState('APPROVED'), 'PUBLISH', at(-48));
    expect(published).toMatchObject({ ok: true, value: { status: 'PUBLISHED', publishedAt: at(-48) } });
    const completed = published.ok ? advanceActivity(published.value, 'CLOSE_ATTENDANCE', at(4)) : published;
    expect(completed).toMatchObject({ ok: true, value: { status: 'COMPLETED', publishedAt: at(-48) } });
  });
});

describe('a plan', () => {
  const origin = { id: activity.id, groupId: activity.groupId, organiserId: activity.organiserId };

  it('names every field that breaks a rule', () => {
    const drafted = draftActivity(
      {
        ...activity,
        title: ' ',
        summary: 'Short.',
        endsAt: at(-1),
        registrationClosesAt: at(-300),
        capacity: 0,
        facts: completeFacts({ expectedAttendees: 0, budget: -1 }),
      },
      origin,
      at(-400),
    );
    expect(drafted.ok ? [] : drafted.error.fields.map(({ path }) => path)).toEqual([
      'title',
      'summary',
      'endsAt',
      'registrationClosesAt',
      'facts.expectedAttendees',
      'facts.budget',
      'capacity',
    ]);
  });

  it('becomes a draft with the tier its facts ask for', () => {
    expect(
      draftActivity({ ...activity, facts: completeFacts({ expectedAttendees: 10, alcohol: true }) }, origin, at(-48)),
    ).toMatchObject({ ok: true, value: { status: 'DRAFT', riskTier: 2, rulesVersion: currentRules.version } });
  });

  it('keeps its dates and its approved tier once it is approved', () => {
    const published = inState('PUBLISHED', { publishedAt: at(-100) });
    expect(editActivity(published, { startsAt: at(1) }, at(-48))).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'changes.startsAt' }] },
    });
    expect(editActivity(published, { capacity: 200 }, at(-48))).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'changes.facts' }] },
    });
    expect(editActivity(published, { capacity: 5, title: 'New' }, at(-48))).toMatchObject({
      ok: true,
      value: { capacity: 5, title: 'New', status: 'PUBLISHED' },
    });
    expect(editActivity(activity, { startsAt: at(1), capacity: 200 }, at(-48))).toMatchObject({
      ok: true,
      value: { riskTier: 3 },
    });
    expect(editActivity(inState('SUBMITTED'), { title: 'New' }, at(-48))).toMatchObject({
      ok: false,
      error: { __typename: 'IllegalTransitionError' },
    });
  });

  it('moves only forward from now, and opens the free window again', () => {
    const published = inState('PUBLISHED', { publishedAt: at(-100) });
    const dates = { startsAt: at(12), endsAt: at(15), registrationClosesAt: at(11) };
    const postponed = postponeActivity(published, dates, at(-1));
    expect(postponed).toMatchObject({ ok: true, value: { ...dates, postponedAt: at(-1) } });
    if (postponed.ok) expect(freeCancelUntil(postponed.value)).toEqual(at(12));
    expect(postponeActivity(published, { ...dates, startsAt: at(-2) }, at(-1))).toMatchObject({
      ok: false,
      error: { __typename: 'ValidationError' },
    });
    expect(postponeActivity(published, dates, at(0))).toMatchObject({
      ok: false,
      error: { __typename: 'IllegalTransitionError' },
    });
  });

  it('ends with a report of some substance', () => {
    expect(reportActivity(inState('COMPLETED'), 'Fine.', at(5))).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'report', rule: 'TOO_SHORT' }] },
    });
    expect(reportActivity(inState('COMPLETED'), ' All went well and was tidy. ', at(5))).toMatchObject({
      ok: true,
      value: { status: 'REPORTED', report: 'All went well and was tidy.' },
    });
  });
});

describe('deadlines', () => {
  it('follow the rules the activity was drafted under', () => {
    expect(freeCancelUntil(activity)).toEqual(at(-24));
    expect(doorOpensAt(activity)).toEqual(at(-2));
    expect(reportDueAt(activity)).toEqual(at(3 + 14 * 24));
    expect(noticeUntil({ ...activity, riskTier: 3 })).toEqual(at(-60 * 24));
    expect(() => freeCancelUntil({ ...activity, rulesVersion: 99 })).toThrow('version 99');
  });
});

describe('the risk tier', () => {
  it.each([
    [{ expectedAttendees: 30 }, undefined, 0],
    [{ expectedAttendees: 31 }, undefined, 1],
    [{ expectedAttendees: 10 }, 76, 2],
    [{ expectedAttendees: 151 }, undefined, 3],
    [{ expectedAttendees: 5, budget: 10_001 }, undefined, 1],
    [{ expectedAttendees: 5, budget: 50_001 }, undefined, 2],
    [{ expectedAttendees: 5, offCampus: true }, undefined, 1],
    [{ expectedAttendees: 5, externalSpeaker: true }, undefined, 2],
    [{ expectedAttendees: 5, contractor: true }, undefined, 2],
    [{ expectedAttendees: 5, overnight: true }, undefined, 3],
    [{ expectedAttendees: 5, minors: true, alcohol: true }, undefined, 3],
  ])('of %j with capacity %s is %i', (facts, capacity, tier) => {
    expect(riskTierOf(completeFacts(facts), capacity, currentRules)).toBe(tier);
  });
});
