import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds } from '../../test/personas.js';
import {
  changeGroupStatus,
  dormancyKeptMs,
  editGroup,
  foundingMembersMin,
  groupLifecycle,
  joinGroup,
  leaveGroup,
  proposeGroup,
  reaffiliationWindowMs,
  removeFromGroup,
  type Group,
  type GroupAction,
  type GroupStatus,
  type GroupStep,
  withoutOfficerMs,
} from './group.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const group: Group = {
  id: groupId,
  name: 'Chess',
  kind: 'SOCIETY',
  purpose: 'To play chess together, every week.',
  status: 'AFFILIATED',
  foundedAt: now,
  joinPolicy: 'OPEN',
  parentId: undefined,
  dormantSince: undefined,
  dormantBecause: undefined,
  reaffiliationDueAt: undefined,
  version: 1,
};
const later = new Date('2026-11-05T09:00:00.000Z');
const longAgo = new Date(now.getTime() - withoutOfficerMs);

/** What is possible in each state for a group with enough members, with and without an officer. */
const always: readonly GroupAction[] = ['JOIN', 'REQUEST_TO_JOIN', 'INVITE', 'LEAVE', 'REMOVE_MEMBER'];
const run: readonly GroupAction[] = ['EDIT', 'CHANGE_JOIN_POLICY', 'EXPORT_ROSTER'];
const possible: Readonly<
  Record<GroupStatus, { readonly led: readonly GroupAction[]; readonly withoutOfficer: readonly GroupAction[] }>
> = {
  PROPOSED: {
    led: [...always, 'RECOGNISE', 'EDIT', 'EXPORT_ROSTER', 'DISSOLVE'],
    withoutOfficer: [...always, 'RECOGNISE', 'EDIT', 'EXPORT_ROSTER', 'DISSOLVE'],
  },
  PROVISIONAL: {
    led: [...always, 'AFFILIATE', 'ADD_POSITION', 'APPOINT', 'END_MANDATE', ...run, 'SUBMIT_AFFILIATION', 'DISSOLVE'],
    withoutOfficer: [...always, 'ADD_POSITION', 'APPOINT', ...run, 'SUBMIT_AFFILIATION', 'DISSOLVE'],
  },
  // Outside its yearly window; see below.
  AFFILIATED: {
    led: [...always, 'ADD_POSITION', 'APPOINT', 'END_MANDATE', ...run, 'REAFFILIATE', 'DISSOLVE'],
    withoutOfficer: [...always, 'ADD_POSITION', 'APPOINT', ...run, 'FALL_DORMANT', 'DISSOLVE'],
  },
  // Dormant since a moment ago; see below.
  DORMANT: {
    led: [...always, 'ADD_POSITION', 'APPOINT', 'END_MANDATE', ...run, 'SUBMIT_AFFILIATION', 'REVIVE'],
    withoutOfficer: [...always, 'ADD_POSITION', 'APPOINT', ...run, 'SUBMIT_AFFILIATION'],
  },
  DISSOLVED: { led: [], withoutOfficer: [] },
};

describe('machine B', () => {
  it.each(groupLifecycle.states)('allows in %s what the table says', (status) => {
    const facts = (officerCount: number) => ({
      group: { ...group, status },
      memberCount: foundingMembersMin,
      officerCount,
      servedUntil: officerCount > 0 ? later : longAgo,
    });
    expect(groupLifecycle.possible(facts(1), now)).toEqual(possible[status].led);
    expect(groupLifecycle.possible(facts(0), now)).toEqual(possible[status].withoutOfficer);
  });

  it.each<readonly [GroupStatus, GroupStep, GroupStatus, number]>([
    ['PROPOSED', 'RECOGNISE', 'PROVISIONAL', 0],
    ['PROVISIONAL', 'AFFILIATE', 'AFFILIATED', 1],
    ['AFFILIATED', 'FALL_DORMANT', 'DORMANT', 0],
    ['DORMANT', 'REVIVE', 'AFFILIATED', 1],
    ['AFFILIATED', 'REAFFILIATE', 'AFFILIATED', 1],
    ['PROVISIONAL', 'DISSOLVE', 'DISSOLVED', 0],
  ])('leads from %s by %s to %s', (status, step, target, officerCount) => {
    expect(
      changeGroupStatus(
        { group: { ...group, status }, memberCount: foundingMembersMin, officerCount, servedUntil: longAgo },
        step,
        now,
      ),
    ).toMatchObject({ ok: true, value: { status: target } });
  });

  it('lets a group fall dormant 30 days after its last officer, or after its founding when it never had one', () => {
    const withoutOfficer = (servedUntil: Date | undefined) => ({
      group: { ...group, foundedAt: longAgo },
      memberCount: 9,
      officerCount: 0,
      servedUntil,
    });
    expect(groupLifecycle.can('FALL_DORMANT', withoutOfficer(longAgo), now)).toBe(true);
    expect(groupLifecycle.can('FALL_DORMANT', withoutOfficer(undefined), now)).toBe(true);
    expect(groupLifecycle.can('FALL_DORMANT', withoutOfficer(new Date(longAgo.getTime() + 1)), now)).toBe(false);
  });

  const dated = (changes: Partial<Group>) => ({
    group: { ...group, ...changes },
    memberCount: 9,
    officerCount: 1,
    servedUntil: later,
  });

  it('keeps a dormant group for a year before it may end', () => {
    const dormantSince = new Date(now.getTime() - dormancyKeptMs);
    const tooSoon = new Date(dormantSince.getTime() + 1);
    expect(groupLifecycle.can('DISSOLVE', dated({ status: 'DORMANT', dormantSince }), now)).toBe(true);
    expect(groupLifecycle.can('DISSOLVE', dated({ status: 'DORMANT', dormantSince: tooSoon }), now)).toBe(false);
    const foundedAt = new Date(now.getTime() - dormancyKeptMs);
    expect(groupLifecycle.can('DISSOLVE', dated({ status: 'DORMANT', foundedAt }), now)).toBe(true);
  });

  it('opens the yearly window a month before the due date and misses it at that instant', () => {
    const due = (ms: number) => dated({ reaffiliationDueAt: new Date(now.getTime() + ms) });
    expect(groupLifecycle.can('SUBMIT_AFFILIATION', due(reaffiliationWindowMs), now)).toBe(true);
    expect(groupLifecycle.can('SUBMIT_AFFILIATION', due(reaffiliationWindowMs + 1), now)).toBe(false);
    expect(groupLifecycle.can('MISS_REAFFILIATION', due(0), now)).toBe(true);
    expect(groupLifecycle.can('MISS_REAFFILIATION', due(1), now)).toBe(false);
  });

  it('remembers since when and why a group is dormant, and forgets it when the group is back', () => {
    const reaffiliationDueAt = now;
    const missed = changeGroupStatus(dated({ reaffiliationDueAt }), 'MISS_REAFFILIATION', now);
    expect(missed).toMatchObject({
      value: {
        status: 'DORMANT',
        dormantSince: now,
        dormantBecause: 'MISSED_REAFFILIATION',
        reaffiliationDueAt: undefined,
      },
    });
    if (!missed.ok) throw new Error('the group was late');
    expect(changeGroupStatus(dated(missed.value), 'REVIVE', later)).toMatchObject({
      value: { status: 'AFFILIATED', dormantSince: undefined, dormantBecause: undefined },
    });
  });

  it('needs all founding members before a proposal becomes a group', () => {
    const proposed = {
      group: { ...group, status: 'PROPOSED' as const },
      memberCount: foundingMembersMin - 1,
      officerCount: 0,
      servedUntil: undefined,
    };
    expect(changeGroupStatus(proposed, 'RECOGNISE', now)).toMatchObject({
      ok: false,
      error: { action: 'RECOGNISE', state: 'PROPOSED' },
    });
  });
});

describe('a proposal', () => {
  it('is a group in its first state', () => {
    expect(
      proposeGroup({ name: ' Go ', kind: 'CLUB', purpose: 'To play go together, every week.' }, groupId, now).ok,
    ).toBe(false);
    expect(
      proposeGroup({ name: ' Go club ', kind: 'CLUB', purpose: 'To play go together, every week.' }, groupId, now),
    ).toMatchObject({ ok: true, value: { name: 'Go club', status: 'PROPOSED', foundedAt: now } });
  });

  it('names every field that breaks a rule', () => {
    const proposed = proposeGroup({ name: '', kind: 'CLUB', purpose: 'Go.' }, groupId, now);
    expect(proposed.ok ? [] : proposed.error.fields.map(({ path, rule }) => [path, rule])).toEqual([
      ['name', 'REQUIRED'],
      ['purpose', 'TOO_SHORT'],
    ]);
  });
});

describe('an edit', () => {
  it('changes what it names and follows the rules of a proposal', () => {
    expect(editGroup(group, { name: ' Chess club ' })).toMatchObject({
      ok: true,
      value: { name: 'Chess club', purpose: group.purpose },
    });
    const edited = editGroup(group, { name: 'Go', purpose: 'Go.' });
    expect(edited.ok ? [] : edited.error.fields.map(({ path }) => path)).toEqual(['name', 'purpose']);
  });

  it('lets only committees and councils belong to a group', () => {
    const body = { name: 'Stage crew', purpose: 'To build what the actors stand on.', parentId: groupId };
    expect(proposeGroup({ ...body, kind: 'COMMITTEE' }, fixedId<'Group'>(9), now).ok).toBe(true);
    expect(proposeGroup({ ...body, kind: 'CLUB' }, fixedId<'Group'>(9), now)).toMatchObject({
      error: { fields: [{ path: 'kind', rule: 'CONTRADICTION' }] },
    });
  });
});

describe('a time in a group', () => {
  const membership = joinGroup(group, memberIds.ada, fixedId<'GroupMembership'>(7), now);

  it('ends by leaving or by being put out with a reason', () => {
    expect(leaveGroup(membership, later)).toMatchObject({ status: 'LEFT', until: later, removalReason: undefined });
    expect(removeFromGroup(membership, ' Broke the rules. ', later)).toMatchObject({
      ok: true,
      value: { status: 'REMOVED', until: later, removalReason: 'Broke the rules.' },
    });
    expect(removeFromGroup(membership, ' ', later)).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'reason', rule: 'REQUIRED' }] },
    });
  });
});
