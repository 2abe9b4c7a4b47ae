import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { studyGroupLifecycle, type StudyFacts, type StudyGroupAction, type StudyGroupStatus } from './study-group.js';
import { studyGroupPolicy, visibleStudyGroups } from './study-group.policy.js';
import type { StudyPlaceStatus } from './study-place.js';
import { decideReport, mayDecide, studyReportLifecycle, type StudyReport } from './study-report.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const memberId = toId<'Member'>('018f0000-0000-7000-8000-00000000000b');

function facts(
  status: StudyGroupStatus,
  place?: StudyPlaceStatus,
  { admission = 'OPEN', holder = memberId }: { admission?: 'OPEN' | 'INVITE'; holder?: typeof memberId } = {},
): StudyFacts {
  const id = toId<'StudyGroup'>('018f0000-0000-7000-8000-0000000000c1');
  return {
    group: {
      id,
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
      admission,
      lastDay: '2026-12-11',
      status,
      endsAt: now,
      plannedUntil: undefined,
      organiserId: authorId,
      foundedAt: now,
      rulesVersion: 1,
      version: 1,
    },
    place:
      place === undefined
        ? undefined
        : {
            id: toId('018f0000-0000-7000-8000-0000000000c2'),
            groupId: id,
            memberId: holder,
            status: place,
            since: now,
            reason: undefined,
            version: 1,
          },
  };
}

const always = ['EDIT', 'INVITE', 'REMOVE'];
const end = ['ARCHIVE', 'REPORT'];

describe('the life of a study group', () => {
  it.each<[StudyGroupStatus, StudyPlaceStatus | undefined, readonly string[]]>([
    ['FORMING', undefined, ['JOIN', ...always, ...end]],
    ['FORMING', 'INVITED', ['JOIN', 'LEAVE', ...always, ...end]],
    ['FORMING', 'WAITING', ['LEAVE', ...always, ...end]],
    ['FORMING', 'SEATED', ['LEAVE', ...always, ...end]],
    ['FORMING', 'LEFT', ['JOIN', ...always, ...end]],
    ['FORMING', 'REMOVED', [...always, ...end]],
    ['ACTIVE', undefined, ['JOIN', ...always, 'PAUSE', ...end]],
    ['ACTIVE', 'SEATED', ['LEAVE', ...always, 'PAUSE', ...end]],
    ['PAUSED', undefined, ['JOIN', ...always, 'RESUME', ...end]],
    ['PAUSED', 'SEATED', ['LEAVE', ...always, 'RESUME', ...end]],
    ['ARCHIVED', undefined, []],
    ['ARCHIVED', 'SEATED', []],
    ['ARCHIVED', 'INVITED', []],
  ])('allows in %s with a place that is %s: %s', (status, place, possible) => {
    expect(studyGroupLifecycle.possible(facts(status, place), now)).toEqual(possible);
  });

  it('is entered by invitation alone where that is so', () => {
    const can = (place?: StudyPlaceStatus) =>
      studyGroupLifecycle.can('JOIN', facts('ACTIVE', place, { admission: 'INVITE' }), now);
    expect([can(), can('LEFT'), can('INVITED')]).toEqual([false, false, true]);
  });
});

describe('who may do what with a study group', () => {
  const everybody = ['member', 'president', 'rep', 'officer'];
  const organiser = ['author', 'authorRep', 'authorOfficer'];
  it.each<[StudyGroupAction, readonly string[]]>([
    ['JOIN', [...everybody, ...organiser]],
    ['LEAVE', everybody],
    ['EDIT', organiser],
    ['INVITE', organiser],
    ['REMOVE', organiser],
    ['PAUSE', organiser],
    ['RESUME', organiser],
    ['ARCHIVE', [...organiser, 'system']],
    ['REPORT', everybody],
  ])('lets %s: %s', (action, allowed) => {
    const given = facts('ACTIVE', 'SEATED');
    const able = Object.entries(actors).flatMap(([name, actor]) =>
      studyGroupPolicy.can(actor, action, given) ? [name] : [],
    );
    expect(able).toEqual(allowed);
  });

  it('shows the inside to whoever has a seat of their own', () => {
    const able = (place: StudyPlaceStatus) =>
      Object.entries(actors).flatMap(([name, actor]) =>
        studyGroupPolicy.canSeeInside(actor, facts('ACTIVE', place)) ? [name] : [],
      );
    expect(able('SEATED')).toEqual([...everybody, 'system']);
    for (const place of ['INVITED', 'WAITING', 'LEFT', 'REMOVED'] as const) expect(able(place)).toEqual(['system']);
  });

  it('gives scopes by membership and office', () => {
    const scopes = Object.entries(actors).map(([name, actor]) => {
      const { viewer, reported, everything } = visibleStudyGroups(actor);
      return [name, viewer !== undefined, reported, everything];
    });
    expect(scopes.filter(([, , reported]) => reported === true).map(([name]) => name)).toEqual([
      'officer',
      'authorOfficer',
    ]);
    expect(scopes.filter(([, viewer]) => viewer === false).map(([name]) => name)).toEqual([
      'anonymous',
      'machine',
      'staff',
      'system',
    ]);
    expect(scopes.filter(([, , , everything]) => everything === true).map(([name]) => name)).toEqual(['system']);
  });
});

describe('a report of a study group', () => {
  const report: StudyReport = {
    id: toId('018f0000-0000-7000-8000-0000000000c3'),
    groupId: toId('018f0000-0000-7000-8000-0000000000c1'),
    reporterId: authorId,
    reason: 'CONDUCT',
    words: 'They shout.',
    reportedAt: now,
    outcome: undefined,
    decidedById: undefined,
    decidedAt: undefined,
    note: undefined,
    version: 1,
  };

  it('is decided once, by a union officer who neither made it nor has a place in the group', () => {
    const able = (isInGroup: boolean) =>
      Object.entries(actors).flatMap(([name, actor]) => (mayDecide(actor, report, { isInGroup }) ? [name] : []));
    expect([able(false), able(true)]).toEqual([['officer'], []]);
    const decided = decideReport(report, { outcome: 'DISMISSED', note: 'All is well.', by: memberId, now });
    expect(decided).toMatchObject({ ok: true, value: { outcome: 'DISMISSED', decidedById: memberId } });
    for (const outcome of ['DISMISSED', 'GROUP_ENDED'] as const)
      expect(studyReportLifecycle.possible({ ...report, outcome }, now)).toEqual([]);
  });
});
