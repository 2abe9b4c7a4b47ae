import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds } from '../../test/personas.js';
import {
  changeGroupStatus,
  foundingMembersMin,
  groupLifecycle,
  joinGroup,
  leaveGroup,
  proposeGroup,
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
  version: 1,
};
const later = new Date('2026-11-05T09:00:00.000Z');
const longAgo = new Date(now.getTime() - withoutOfficerMs);

/** What is possible in each state for a group with enough members, with and without an officer. */
const always: readonly GroupAction[] = ['JOIN', 'LEAVE', 'REMOVE_MEMBER'];
const possible: Readonly<
  Record<GroupStatus, { readonly led: readonly GroupAction[]; readonly withoutOfficer: readonly GroupAction[] }>
> = {
  PROPOSED: { led: [...always, 'RECOGNISE', 'DISSOLVE'], withoutOfficer: [...always, 'RECOGNISE', 'DISSOLVE'] },
  PROVISIONAL: {
    led: [...always, 'AFFILIATE', 'ADD_POSITION', 'APPOINT', 'END_MANDATE', 'DISSOLVE'],
    withoutOfficer: [...always, 'ADD_POSITION', 'APPOINT', 'DISSOLVE'],
  },
  AFFILIATED: {
    led: [...always, 'ADD_POSITION', 'APPOINT', 'END_MANDATE', 'DISSOLVE'],
    withoutOfficer: [...always, 'ADD_POSITION', 'APPOINT', 'FALL_DORMANT', 'DISSOLVE'],
  },
  DORMANT: {
    led: [...always, 'ADD_POSITION', 'APPOINT', 'END_MANDATE', 'REVIVE', 'DISSOLVE'],
    withoutOfficer: [...always, 'ADD_POSITION', 'APPOINT', 'DISSOLVE'],
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
    ['DORMANT', 'DISSOLVE', 'DISSOLVED', 0],
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
