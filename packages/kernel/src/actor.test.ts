import { describe, expect, it } from '@jest/globals';
import {
  actorKey,
  anonymous,
  departmentsOf,
  hasAppointment,
  isInGroup,
  isMember,
  isOfficerOf,
  isUnionOfficer,
  memberOf,
  registeredMemberOf,
  systemActor,
  type Actor,
  type MachineActor,
  type PersonActor,
} from './actor.js';
import type { Id } from './ids.js';

const memberId = 'member' as Id<'Member'>;
const groupId = 'group' as Id<'Group'>;
const departmentId = 'department' as Id<'Department'>;

const nobodySpecial: PersonActor = {
  kind: 'person',
  subject: 'ada',
  clientId: 'portal',
  scopes: [],
  memberId: undefined,
  groupIds: [],
  constituencies: [],
  mandates: [],
  appointments: [],
  departmentPosts: [],
};
const machine: MachineActor = { kind: 'machine', clientId: 'analytics', scopes: [], departmentId };
const others: readonly Actor[] = [anonymous, systemActor('sweep'), machine];

describe('an actor', () => {
  it('has a stable name of its own kind', () => {
    expect([nobodySpecial, machine, anonymous, systemActor('sweep')].map(actorKey)).toEqual([
      'ada',
      'client:analytics',
      'anonymous',
      'system:sweep',
    ]);
  });

  it('stays known from the register without a right of a member, and people alone are', () => {
    const suspended: PersonActor = { ...nobodySpecial, registeredAs: memberId };
    expect([registeredMemberOf(suspended), memberOf(suspended), isMember(suspended, memberId)]).toEqual([
      memberId,
      undefined,
      false,
    ]);
    expect(registeredMemberOf({ ...nobodySpecial, memberId })).toBe(memberId);
    for (const actor of [nobodySpecial, ...others]) expect(registeredMemberOf(actor)).toBeUndefined();
  });

  it('has the rights of a person only when it is one', () => {
    for (const actor of [nobodySpecial, ...others]) {
      expect([
        memberOf(actor),
        isMember(actor, memberId),
        isInGroup(actor, groupId),
        isOfficerOf(actor, groupId),
        isUnionOfficer(actor),
        hasAppointment(actor, 'ADMIN'),
      ]).toEqual([undefined, false, false, false, false, false]);
    }
  });

  it('is an officer of the groups of its mandates and of no other, and of the union by that mandate alone', () => {
    const president: PersonActor = {
      ...nobodySpecial,
      memberId,
      groupIds: [groupId],
      mandates: [{ kind: 'PRESIDENT', groupId }],
    };
    expect([isMember(president, memberId), isInGroup(president, groupId), isOfficerOf(president, groupId)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isOfficerOf(president, 'another' as Id<'Group'>), isUnionOfficer(president)]).toEqual([false, false]);
    const unionOfficer: PersonActor = { ...nobodySpecial, mandates: [{ kind: 'UNION_OFFICER', groupId: undefined }] };
    expect([isUnionOfficer(unionOfficer), isOfficerOf(unionOfficer, groupId)]).toEqual([true, false]);
  });

  it('belongs to the departments of its posts, or to the one of its client', () => {
    expect(departmentsOf({ ...nobodySpecial, departmentPosts: [{ departmentId, role: 'LEAD' }] })).toEqual([
      departmentId,
    ]);
    expect(departmentsOf(machine)).toEqual([departmentId]);
    for (const actor of [nobodySpecial, anonymous, systemActor('sweep'), { ...machine, departmentId: undefined }])
      expect(departmentsOf(actor)).toEqual([]);
  });
});
