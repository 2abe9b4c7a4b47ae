import { describe, expect, it } from '@jest/globals';
import { fixedId, memberIds, whoMay } from '../../test/personas.js';
import {
  afterAcceptance,
  afterLeaving,
  circleLifecycle,
  meetingAheadMs,
  planMeeting,
  withSeat,
  type Circle,
  type CircleFacts,
  type CircleStatus,
  type SeatStatus,
} from './circle.js';
import { circlePolicy, seeingSeats, visibleCircles } from './circle.policy.js';
import { suggestFirstMeeting } from './first-meeting.js';

const now = new Date('2026-10-05T09:00:00Z');
const circle: Circle = {
  id: fixedId<'Circle'>(1),
  status: 'PROPOSED',
  interest: 'chess',
  language: 'en',
  halfDay: 'FRIDAY_AFTERNOON',
  proposedAt: now,
  expiresAt: new Date('2026-10-12T09:00:00Z'),
  formedAt: undefined,
  endedAt: undefined,
  groupDraft: undefined,
  groupId: undefined,
};
const { ada, omar, uma, rosa } = memberIds;

function facts(status: CircleStatus, seat: SeatStatus, others: readonly SeatStatus[] = []): CircleFacts {
  const seats = [seat, ...others].map((one, index) => ({
    memberId: [ada, omar, uma, rosa][index] ?? fixedId<'Member'>(90 + index),
    status: one,
    hasAgreed: false,
  }));
  return { circle: { ...circle, status }, seats, viewer: seats[0] };
}

const states: readonly CircleStatus[] = ['PROPOSED', 'FORMED', 'MEETS', 'CONTINUES', 'ENDED'];

describe('a circle', () => {
  it('lets those who are asked answer while there is time, whatever became of it meanwhile', () => {
    const possible = (status: CircleStatus) => circleLifecycle.possible(facts(status, 'INVITED'), now);
    for (const status of ['PROPOSED', 'FORMED', 'MEETS'] as const)
      expect(possible(status)).toEqual(['ACCEPT', 'DECLINE']);
    for (const status of ['CONTINUES', 'ENDED'] as const) expect(possible(status)).toEqual([]);
    expect(circleLifecycle.possible(facts('PROPOSED', 'INVITED'), circle.expiresAt)).toEqual(['EXPIRE']);
  });

  it('lets those who accepted meet, draft a group and leave while it is there', () => {
    const possible = (status: CircleStatus) => circleLifecycle.possible(facts(status, 'ACCEPTED'), now);
    expect(states.map(possible)).toEqual([
      ['LEAVE'],
      ['PLAN_MEETING', 'LEAVE'],
      ['PLAN_MEETING', 'CANCEL_MEETING', 'PROPOSE_GROUP', 'LEAVE'],
      [],
      [],
    ]);
    const groupDraft = { name: 'Chess', kind: 'CLUB', purpose: 'To play chess.' } as const;
    const drafted = { ...facts('MEETS', 'ACCEPTED'), circle: { ...circle, status: 'MEETS', groupDraft } as const };
    expect(circleLifecycle.can('AGREE_TO_GROUP', drafted, now)).toBe(true);
    expect(circleLifecycle.can('AGREE_TO_GROUP', withSeat(drafted, ada, { hasAgreed: true }), now)).toBe(false);
  });

  it.each(['DECLINED', 'LAPSED', 'LEFT', 'DONE'] as const)('lets nobody do anything who %s', (seat) => {
    for (const status of states) expect(circleLifecycle.possible(facts(status, seat), now)).toEqual([]);
  });

  it('is there with the third who accepts, and not before', () => {
    const two = facts('PROPOSED', 'ACCEPTED', ['ACCEPTED', 'INVITED', 'INVITED']);
    expect(afterAcceptance(two, now)).toBe(two.circle);
    const three = facts('PROPOSED', 'ACCEPTED', ['ACCEPTED', 'ACCEPTED', 'DECLINED']);
    expect(afterAcceptance(three, now)).toMatchObject({ status: 'FORMED', formedAt: now });
    expect(afterAcceptance(facts('MEETS', 'ACCEPTED', ['ACCEPTED', 'ACCEPTED']), now).status).toBe('MEETS');
  });

  it('ends below three, and a proposal does not', () => {
    expect(afterLeaving(facts('FORMED', 'LEFT', ['ACCEPTED', 'ACCEPTED', 'ACCEPTED']), now).status).toBe('FORMED');
    expect(afterLeaving(facts('MEETS', 'LEFT', ['ACCEPTED', 'ACCEPTED']), now)).toMatchObject({
      status: 'ENDED',
      endedAt: now,
    });
    expect(afterLeaving(facts('PROPOSED', 'LEFT', ['INVITED']), now).status).toBe('PROPOSED');
  });

  it('meets ahead of now and within half a year', () => {
    const made = { id: fixedId<'CircleMeeting'>(1), circleId: circle.id, now };
    const at = (ms: number) => planMeeting({ meetsAt: new Date(now.getTime() + ms), place: 'The café' }, made);
    expect([0, 1, meetingAheadMs, meetingAheadMs + 1].map((ms) => at(ms).ok)).toEqual([false, true, true, false]);
  });

  it('might meet first on the half day all share, two days ahead at least, by the calendar of the campus', () => {
    const on = (formedAt: string, halfDay: Circle['halfDay'], zone = 'Europe/London') =>
      suggestFirstMeeting({ ...circle, halfDay, formedAt: new Date(formedAt) }, zone).day;
    expect(on('2026-10-05T09:00:00Z', 'WEDNESDAY_MORNING')).toBe('2026-10-07');
    expect(on('2026-10-05T09:00:00Z', 'TUESDAY_MORNING')).toBe('2026-10-13');
    expect(on('2026-10-05T23:30:00Z', 'THURSDAY_MORNING', 'Asia/Shanghai')).toBe('2026-10-08');
    expect(on('2026-10-05T23:30:00Z', 'WEDNESDAY_MORNING', 'Asia/Shanghai')).toBe('2026-10-14');
  });
});

describe('the policy of circles', () => {
  it('gives every right to who holds a seat, the end of the time to the platform, and nothing to any office', () => {
    for (const action of circleLifecycle.actions)
      expect(whoMay((actor) => circlePolicy.can(actor, action, facts('MEETS', 'ACCEPTED')))).toEqual([
        action === 'EXPIRE' ? 'system' : 'ada',
      ]);
    expect(whoMay(circlePolicy.canWish)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(whoMay((actor) => visibleCircles(actor) === ada)).toEqual(['ada']);
  });

  it('shows names to those who accepted, while the circle is there', () => {
    const seen = states.flatMap((status) =>
      (['INVITED', 'ACCEPTED', 'DONE', 'LEFT'] as const)
        .filter((seat) => whoMay((actor) => circlePolicy.canSeeMembers(actor, facts(status, seat))).length > 0)
        .map((seat) => `${status} ${seat}`),
    );
    expect(seen).toEqual(['FORMED ACCEPTED', 'MEETS ACCEPTED']);
    expect(seeingSeats).not.toContain('DECLINED');
  });
});
