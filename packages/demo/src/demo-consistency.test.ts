import { describe, expect, test } from '@jest/globals';
import { broken, byId, plannedUnions, repeated } from './consistency-checks.js';
import { demoEdges } from './demo-edges.js';
import type { DemoUnion } from './plan-demo-union.js';

const seated = ['CONFIRMED', 'CHECKED_IN', 'ATTENDED', 'NO_SHOW'];

describe.each(plannedUnions)('the demo union, %s,', (_name, union, anchor) => {
  const member = byId(union.members);
  const activity = byId(union.activities);
  const group = byId(union.groups);

  test('gives every row an id of its own, ordered by time except where time would tell', () => {
    const {
      members,
      groups,
      groupMemberships,
      positions,
      mandates,
      activities,
      registrations,
      cases,
      referrals,
      resources,
      enrolments,
    } = union;
    const ordinary = [
      members,
      groups,
      groupMemberships,
      positions,
      mandates,
      activities,
      registrations,
      resources,
      enrolments,
    ].flatMap((rows) => rows.map(({ id }) => id));
    const secret = [...cases, ...referrals].map(({ id }) => id);
    expect(repeated([...ordinary, ...secret])).toEqual([]);
    expect(broken(ordinary, (id) => id[14] !== '7')).toEqual([]);
    expect(broken(secret, (id) => id[14] !== '4')).toEqual([]);
    expect(repeated(members.map(({ studentNumber }) => studentNumber))).toEqual([]);
    expect(repeated(members.map(({ subject }) => subject))).toEqual([]);
  });

  test('lets nobody write to a group they are not in', () => {
    const isIn = (groupId: string, memberId: string, at: Date): boolean =>
      union.groupMemberships.some(
        (one) =>
          one.groupId === groupId &&
          one.memberId === memberId &&
          one.since <= at &&
          (one.until === undefined || one.until > at),
      );
    expect(broken(union.posts, ({ groupId, authorId, postedAt }) => !isIn(groupId, authorId, postedAt))).toEqual([]);
    expect(union.posts.filter(({ kind }) => kind === 'IDEA').length).toBeGreaterThan(2);
  });

  test('lets nobody join in the future, or a group before the union or twice', () => {
    expect(broken(union.members, ({ joinedAt }) => joinedAt > anchor)).toEqual([]);
    expect(
      broken(
        union.groupMemberships,
        ({ since, until, memberId, groupId }) =>
          since < member(memberId).joinedAt ||
          since > anchor ||
          since < group(groupId).foundedAt ||
          (until !== undefined && (until < since || until > anchor)),
      ),
    ).toEqual([]);
    expect(
      broken(union.groupMemberships, ({ status, until }) => (status === 'ACTIVE') !== (until === undefined)),
    ).toEqual([]);
    const active = union.groupMemberships.filter(({ status }) => status === 'ACTIVE');
    expect(repeated(active.map(({ groupId, memberId }) => `${groupId}/${memberId}`))).toEqual([]);
  });

  test('gives offices only to active members, of a group only inside a membership, and no more than there are seats', () => {
    const position = byId(union.positions);
    const since = new Map(
      union.groupMemberships
        .filter(({ status }) => status === 'ACTIVE')
        .map(({ groupId, memberId, since: from }) => [`${groupId}/${memberId}`, from]),
    );
    expect(
      broken(union.mandates, ({ memberId, from, to }) => member(memberId).status !== 'ACTIVE' || from >= to),
    ).toEqual([]);
    expect(
      broken(union.mandates, ({ positionId, memberId, from }) => {
        const { groupId } = position(positionId);
        return groupId !== undefined && !((since.get(`${groupId}/${memberId}`) ?? anchor) <= from);
      }),
    ).toEqual([]);
    const held = Map.groupBy(
      union.mandates.filter(({ from, to }) => from <= anchor && anchor < to),
      ({ positionId }) => positionId,
    );
    expect(broken(union.positions, ({ id, seats }) => (held.get(id)?.length ?? 0) > seats)).toEqual([]);
    expect(
      broken(union.mandates, ({ positionId, memberId }) => {
        const { constituency } = position(positionId);
        const { programme, year } = member(memberId);
        return constituency !== undefined && constituency !== `${programme}, year ${year}`;
      }),
    ).toEqual([]);
  });

  test('has activities that open, close and end in order, and end before they are called completed', () => {
    expect(
      broken(
        union.activities,
        ({ registrationOpensAt, registrationClosesAt, startsAt, endsAt }) =>
          !(registrationOpensAt < registrationClosesAt && registrationClosesAt < startsAt && startsAt < endsAt),
      ),
    ).toEqual([]);
    expect(
      broken(
        union.activities,
        ({ status, endsAt }) => (status === 'COMPLETED' || status === 'REPORTED') && endsAt >= anchor,
      ),
    ).toEqual([]);
    expect(
      union.activities.filter(({ status, startsAt }) => status === 'PUBLISHED' && startsAt > anchor).length,
    ).toBeGreaterThan(5);
  });

  test('lets activities be organised by people who were in the group', () => {
    const since = new Map(union.groupMemberships.map((row) => [`${row.groupId}/${row.memberId}`, row.since]));
    expect(
      broken(
        union.activities,
        ({ groupId, organiserId, startsAt }) => !((since.get(`${groupId}/${organiserId}`) ?? anchor) < startsAt),
      ),
    ).toEqual([]);
  });

  test('registers only active members, once, after they joined and while registration was open', () => {
    expect(
      broken(
        union.registrations,
        ({ memberId, queuedAt }) => member(memberId).status !== 'ACTIVE' || member(memberId).joinedAt >= queuedAt,
      ),
    ).toEqual([]);
    expect(
      broken(union.registrations, ({ activityId, queuedAt }) => {
        const { registrationOpensAt, registrationClosesAt } = activity(activityId);
        return queuedAt < registrationOpensAt || queuedAt > registrationClosesAt || queuedAt > anchor;
      }),
    ).toEqual([]);
    expect(repeated(union.registrations.map(({ activityId, memberId }) => `${activityId}/${memberId}`))).toEqual([]);
    expect(
      repeated(union.registrations.map(({ activityId, queuedAt }) => `${activityId}/${queuedAt.getTime()}`)),
    ).toEqual([]);
  });

  test('never gives away more places than there are, except in the overfull activity, and lets nobody wait before a free place', () => {
    const queues = Map.groupBy(union.registrations, ({ activityId }) => activityId);
    const taken = (id: DemoUnion['activities'][number]['id']) =>
      (queues.get(id) ?? []).filter(({ status }) => seated.includes(status)).length;
    const overfull = union.activities.filter(({ id, capacity }) => taken(id) > (capacity ?? Infinity));
    expect(overfull.map(({ id }) => id)).toEqual([demoEdges.overfullActivity]);
    const waiting = new Set(
      union.registrations.filter(({ status }) => status === 'WAITLISTED').map(({ activityId }) => activityId),
    );
    expect(broken(union.activities, ({ id, capacity }) => waiting.has(id) && taken(id) !== capacity)).toEqual([]);
  });

  test('lets nobody be in two places at once', () => {
    const live = union.registrations.filter(({ status }) => [...seated, 'WAITLISTED'].includes(status));
    const clashes = [...Map.groupBy(live, ({ memberId }) => memberId).values()].filter((own) => {
      const times = own
        .map(({ activityId }) => activity(activityId))
        .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
      return times.some(({ startsAt }, index) => index > 0 && startsAt < (times[index - 1]?.endsAt ?? startsAt));
    });
    expect(clashes.slice(0, 3)).toEqual([]);
  });

  test('records attendance only for what is over, with a scan unless an appeal was won, and check-in only for what began', () => {
    expect(
      broken(
        union.registrations,
        ({ status, activityId }) =>
          (status === 'ATTENDED' || status === 'NO_SHOW') && activity(activityId).endsAt > anchor,
      ),
    ).toEqual([]);
    const scanless = union.registrations.filter(
      ({ status, checkedInAt }) => (status === 'ATTENDED' || status === 'CHECKED_IN') && !checkedInAt,
    );
    expect(scanless.map(({ activityId }) => activityId)).toEqual([demoEdges.appealWonActivity]);
    expect(broken(union.registrations, ({ checkedInAt }) => checkedInAt !== undefined && checkedInAt > anchor)).toEqual(
      [],
    );
    expect(
      broken(
        union.registrations,
        ({ status, activityId }) => status === 'VOID' && activity(activityId).status !== 'CANCELLED',
      ),
    ).toEqual([]);
    expect(
      broken(
        union.registrations,
        ({ status, activityId }) =>
          activity(activityId).status === 'CANCELLED' && [...seated, 'WAITLISTED'].includes(status),
      ),
    ).toEqual([]);
  });
});
