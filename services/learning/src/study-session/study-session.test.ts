import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import {
  isLed,
  studySessionLifecycle,
  type SessionFacts,
  type StudyAttendance,
  type StudySession,
  type StudySessionMove,
  type StudySessionStatus,
} from './study-session.js';
import { studySessionPolicy } from './study-session.policy.js';

const starts = new Date('2026-10-05T09:00:00.000Z');
const ends = new Date('2026-10-05T10:00:00.000Z');
const memberId = toId<'Member'>('018f0000-0000-7000-8000-00000000000b');
const groupId = toId<'StudyGroup'>('018f0000-0000-7000-8000-0000000000c1');
const minutes = (count: number): Date => new Date(starts.getTime() + count * 60_000);

function facts(status: StudySessionStatus, changes: Partial<StudySession> = {}, isPresent = false): SessionFacts {
  const session: StudySession = {
    id: toId('018f0000-0000-7000-8000-0000000000c5'),
    groupId,
    startsAt: starts,
    endsAt: ends,
    status,
    skipReason: status === 'SKIPPED' ? 'EMPTY' : undefined,
    hostId: authorId,
    isHostingOffered: false,
    ledById: undefined,
    version: 1,
    ...changes,
  };
  const group = {
    id: groupId,
    title: 'Proofs',
    about: 'We prove things.',
    course: 'Logic',
    constituencyId: undefined,
    style: 'DISCUSSION',
    setting: 'ROOM',
    whereabouts: '',
    language: 'en',
    times: [],
    membersMin: 2,
    capacity: 4,
    admission: 'OPEN',
    lastDay: '2026-12-11',
    status: 'ACTIVE',
    endsAt: ends,
    plannedUntil: undefined,
    organiserId: memberId,
    foundedAt: starts,
    rulesVersion: 1,
    version: 1,
  } as const;
  const place = {
    id: toId<'StudyPlace'>(''),
    groupId,
    memberId,
    status: 'SEATED',
    since: starts,
    reason: undefined,
    version: 1,
  } as const;
  return { session, group, place, isPresent };
}

describe('the life of a session', () => {
  it.each<[StudySessionStatus, Partial<StudySession>, number, readonly string[]]>([
    ['PLANNED', {}, -1, ['SKIP', 'OFFER_HOSTING', 'ADD_NOTE']],
    ['PLANNED', {}, 0, ['BEGIN', 'SKIP', 'OFFER_HOSTING', 'ADD_NOTE']],
    ['PLANNED', { isHostingOffered: true }, -1, ['SKIP', 'KEEP_HOSTING', 'TAKE_HOSTING', 'ADD_NOTE']],
    ['RUNNING', {}, 5, ['CHECK_IN', 'RECORD', 'FINISH', 'ADD_NOTE']],
    ['RUNNING', {}, 89, ['CHECK_IN', 'RECORD', 'FINISH', 'ADD_NOTE']],
    ['RUNNING', {}, 90, ['RECORD', 'FINISH', 'ADD_NOTE']],
    ['DONE', {}, 120, ['RECORD', 'ADD_NOTE']],
    ['DONE', {}, 8 * 1440, ['ADD_NOTE']],
    ['SKIPPED', {}, 5, []],
  ])('allows in %s with %j after %d minutes: %s', (status, changes, after, possible) => {
    expect(studySessionLifecycle.possible(facts(status, changes), minutes(after))).toEqual(possible);
  });

  it('lets nobody say twice that they are there', () => {
    expect(studySessionLifecycle.can('CHECK_IN', facts('RUNNING', {}, true), minutes(5))).toBe(false);
  });
});

describe('who may do what with a session', () => {
  const seated = ['member', 'president', 'rep', 'officer'];
  it.each<[StudySessionMove, readonly string[], readonly string[]]>([
    ['BEGIN', ['system'], ['system']],
    ['CHECK_IN', seated, seated],
    ['RECORD', [], seated],
    ['FINISH', ['system'], [...seated, 'system']],
    ['SKIP', seated, seated],
    ['OFFER_HOSTING', [], seated],
    ['KEEP_HOSTING', [], seated],
    ['TAKE_HOSTING', seated, []],
    ['ADD_NOTE', seated, seated],
  ])('lets %s whoever has a seat and organises: %s, and as host: %s', (action, asOrganiser, asHost) => {
    const able = (hostId: StudySession['hostId']) =>
      Object.entries(actors).flatMap(([name, actor]) =>
        studySessionPolicy.can(actor, action, facts('RUNNING', { hostId })) ? [name] : [],
      );
    expect([able(authorId), able(memberId)]).toEqual([asOrganiser, asHost]);
  });
});

describe('leading a session', () => {
  const was = (number: number, changes: Partial<StudyAttendance> = {}): StudyAttendance => ({
    sessionId: facts('DONE').session.id,
    memberId: number === 0 ? authorId : toId(`018f0000-0000-7000-8000-00000000010${number}`),
    isPresent: true,
    isByThemselves: true,
    ...changes,
  });

  it('takes a session that took place, the host there, and two others who said so themselves', () => {
    const { session } = facts('DONE');
    const all = [was(0, { isByThemselves: false }), was(1), was(2)];
    expect(isLed(session, all)).toBe(true);
    expect(isLed({ ...session, status: 'RUNNING' }, all)).toBe(false);
    expect(isLed({ ...session, hostId: undefined }, all)).toBe(false);
    expect(isLed(session, all.slice(1))).toBe(false);
    expect(isLed(session, [was(0), was(1), was(2, { isByThemselves: false })])).toBe(false);
    expect(isLed(session, [was(0), was(1), was(2, { isPresent: false })])).toBe(false);
  });
});
