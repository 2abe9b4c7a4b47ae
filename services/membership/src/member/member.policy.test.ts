import { describe, expect, it } from '@jest/globals';
import { actors, groupId, whoMay, type ActorName } from '../../test/personas.js';
import { sampleMember } from '../../test/sample-member.js';
import { memberLifecycle, type Audience, type MemberAction } from './member.js';
import { canSeeField, listedAudiences, memberPolicy, visibleMembers } from './member.policy.js';

describe('who may do what to ada', () => {
  const expected: Readonly<Record<MemberAction, readonly ActorName[]>> = {
    APPLY: ['ada'],
    VERIFY: ['system', 'sys'],
    REJECT: ['system', 'sys'],
    LAPSE: ['system', 'ada'],
    GRADUATE: ['system'],
    SUSPEND: ['system', 'sys'],
    REINSTATE: ['system', 'sys'],
    ERASE: ['system'],
  };
  it.each(memberLifecycle.actions)('%s', (action) => {
    expect(whoMay((actor) => memberPolicy.can(actor, action, sampleMember()))).toEqual(expected[action]);
  });

  it('lets a lapsed member come back, and nobody end their own suspension', () => {
    const asks = { ...actors.ada, memberId: undefined, groupIds: [] };
    expect(memberPolicy.can(asks, 'REINSTATE', sampleMember({ status: 'LAPSED' }))).toBe(true);
    expect(memberPolicy.can(asks, 'REINSTATE', sampleMember({ status: 'SUSPENDED' }))).toBe(false);
  });

  it('gives whoever keeps the register no power over their own record', () => {
    const admin = { ...actors.sys, subject: 'ada' };
    for (const action of ['VERIFY', 'REJECT', 'SUSPEND'] as const)
      expect(memberPolicy.can(admin, action, sampleMember({ status: 'APPLIED' }))).toBe(false);
    expect(memberPolicy.can(admin, 'REINSTATE', sampleMember({ status: 'SUSPENDED' }))).toBe(false);
  });

  it('leaves the profile to its owner, the record to the owner and the register, and rolls to the register', () => {
    expect(whoMay((actor) => memberPolicy.canEditProfile(actor, sampleMember()))).toEqual(['ada']);
    expect(whoMay((actor) => memberPolicy.canSeeRecord(actor, sampleMember()))).toEqual(['system', 'ada', 'sys']);
    expect(whoMay(memberPolicy.canImport)).toEqual(['system', 'sys']);
    expect(whoMay(memberPolicy.canApply)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo', 'carl', 'nina', 'sys']);
  });
});

describe('who sees a field', () => {
  const fellows: readonly ActorName[] = ['omar', 'uma', 'rosa', 'mo'];
  const sharing: readonly ActorName[] = ['omar', 'rosa'];
  const expected: Readonly<Record<Audience, readonly ActorName[]>> = {
    ONLY_ME: [],
    CONNECTIONS: [],
    MY_GROUPS: sharing,
    MEMBERS: fellows,
    PUBLIC: ['anonymous', 'machine', ...fellows, 'carl', 'nina', 'sys'],
  };
  const seers = (audience: Audience, field: 'bio' | 'faculty'): readonly ActorName[] => {
    const member = sampleMember();
    const shown = { ...member, audiences: { ...member.audiences, [field]: audience } };
    return whoMay((actor) =>
      canSeeField(actor, shown, field, { sharesGroup: actor.kind === 'person' && actor.groupIds.includes(groupId) }),
    );
  };

  it.each(Object.keys(expected) as Audience[])('shown to %s', (audience) => {
    expect(seers(audience, 'bio').toSorted()).toEqual([...expected[audience], 'ada', 'system'].toSorted());
  });

  it('that the university knows, whoever keeps the register sees as well', () => {
    expect(seers('ONLY_ME', 'faculty').toSorted()).toEqual(['ada', 'sys', 'system']);
  });
});

describe('whom an actor may know of', () => {
  it('follows from being a member and from keeping the register', () => {
    expect(visibleMembers(actors.anonymous)).toEqual({
      subject: undefined,
      actives: 'with a public field',
      everybody: false,
    });
    expect(visibleMembers(actors.ada)).toEqual({
      subject: 'ada',
      self: memberIds.ada,
      actives: 'all',
      everybody: false,
    });
    expect(visibleMembers(actors.carl)).toEqual({ subject: 'carl', actives: 'with a public field', everybody: false });
    expect(whoMay((actor) => visibleMembers(actor).everybody)).toEqual(['system', 'sys']);
    expect(listedAudiences(actors.carl)).toEqual(['PUBLIC']);
    expect(listedAudiences(actors.ada)).toEqual(['PUBLIC', 'MEMBERS']);
    expect(listedAudiences(actors.sys)).toBeUndefined();
  });
});
