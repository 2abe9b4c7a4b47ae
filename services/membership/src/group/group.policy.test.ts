import { describe, expect, it } from '@jest/globals';
import { actors, fixedId, groupId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { groupLifecycle, type Group, type GroupAction } from './group.js';
import { groupPolicy, visibleGroups } from './group.policy.js';

const group: Group = {
  id: groupId,
  name: 'Chess',
  kind: 'SOCIETY',
  purpose: 'To play chess.',
  status: 'AFFILIATED',
  foundedAt: new Date(0),
  joinPolicy: 'OPEN',
  parentId: undefined,
  dormantSince: undefined,
  dormantBecause: undefined,
  reaffiliationDueAt: undefined,
  version: 1,
};
const other: Group = { ...group, id: fixedId<'Group'>(200) };

describe('who may do what to a group whose president is omar', () => {
  const expected: Readonly<Record<GroupAction, readonly ActorName[]>> = {
    JOIN: ['uma', 'mo'],
    REQUEST_TO_JOIN: [],
    INVITE: ['omar', 'uma'],
    LEAVE: ['ada', 'omar', 'rosa'],
    REMOVE_MEMBER: ['omar', 'uma'],
    RECOGNISE: ['system'],
    AFFILIATE: ['uma'],
    ADD_POSITION: ['omar', 'uma'],
    APPOINT: ['omar', 'uma'],
    END_MANDATE: ['omar', 'uma'],
    EDIT: ['omar', 'uma'],
    CHANGE_JOIN_POLICY: ['omar', 'uma'],
    EXPORT_ROSTER: ['omar', 'uma'],
    SUBMIT_AFFILIATION: ['omar'],
    REAFFILIATE: ['uma'],
    MISS_REAFFILIATION: ['system'],
    FALL_DORMANT: ['system'],
    REVIVE: ['uma'],
    DISSOLVE: ['uma'],
  };
  it.each(groupLifecycle.actions)('%s', (action) => {
    expect(whoMay((actor) => groupPolicy.can(actor, action, group))).toEqual(expected[action]);
  });

  it('lets people in as the group says: at once, after asking, or by invitation alone', () => {
    const ways = (joinPolicy: Group['joinPolicy']) =>
      (['JOIN', 'REQUEST_TO_JOIN'] as const).map((action) =>
        whoMay((actor) => groupPolicy.can(actor, action, { ...group, joinPolicy })),
      );
    expect(ways('OPEN')).toEqual([['uma', 'mo'], []]);
    expect(ways('REQUEST')).toEqual([[], ['uma', 'mo']]);
    expect(ways('INVITE')).toEqual([[], []]);
  });

  it('lets no union officer decide about a group of their own', () => {
    const uma = { ...actors.uma, groupIds: [groupId] };
    const officer = { ...actors.uma, mandates: [...actors.uma.mandates, { kind: 'TREASURER' as const, groupId }] };
    for (const action of ['AFFILIATE', 'REAFFILIATE', 'REVIVE'] as const)
      expect([uma, officer].map((actor) => groupPolicy.can(actor, action, group))).toEqual([false, false]);
  });

  it('gives its officers nothing in another group', () => {
    for (const action of ['LEAVE', 'INVITE', 'REMOVE_MEMBER', 'EDIT', 'ADD_POSITION', 'SUBMIT_AFFILIATION'] as const)
      expect(whoMay((actor) => groupPolicy.can(actor, action, other))).not.toContain('omar');
  });

  it('lets the union alone put out somebody who holds an office', () => {
    expect(whoMay((actor) => groupPolicy.canRemove(actor, group, { holdsOffice: false }))).toEqual(['omar', 'uma']);
    expect(whoMay((actor) => groupPolicy.canRemove(actor, group, { holdsOffice: true }))).toEqual(['uma']);
  });

  it('shows the roster to its people, to union officers and to the register', () => {
    expect(whoMay((actor) => groupPolicy.canSeeRoster(actor, groupId))).toEqual(['ada', 'omar', 'uma', 'rosa', 'sys']);
  });

  it('shows proposals to members and lets every member propose', () => {
    expect(whoMay((actor) => visibleGroups(actor).proposed === 'all')).toEqual([
      'system',
      'ada',
      'omar',
      'uma',
      'rosa',
      'mo',
    ]);
    expect(whoMay(groupPolicy.canPropose)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
  });
});

describe('who may end a mandate', () => {
  const held = { memberId: memberIds.ada };
  it('of a group: its holder, its officers, the union', () => {
    expect(whoMay((actor) => groupPolicy.canEndMandate(actor, { groupId, kind: 'TREASURER' }, held))).toEqual([
      'ada',
      'omar',
      'uma',
    ]);
  });

  it('of a course: its holder and the union; of the union: its holder alone', () => {
    expect(
      whoMay((actor) => groupPolicy.canEndMandate(actor, { groupId: undefined, kind: 'COURSE_REP' }, held)),
    ).toEqual(['ada', 'uma']);
    expect(
      whoMay((actor) => groupPolicy.canEndMandate(actor, { groupId: undefined, kind: 'UNION_OFFICER' }, held)),
    ).toEqual(['ada']);
  });
});
