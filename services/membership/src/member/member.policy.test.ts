import { describe, expect, it } from '@jest/globals';
import { actors, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { sampleMember } from '../../test/sample-member.js';
import { memberLifecycle, profileFields, type Audience, type MemberAction } from './member.js';
import { canSeeField, listedAudiences, memberPolicy, visibleMembers, type Standing } from './member.policy.js';

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

describe('who sees a field of ada’s', () => {
  const stranger: Standing = { sharesGroup: false, isConnected: false, isBlocked: false };
  const viewers = {
    'nobody signed in': { actor: actors.anonymous, standing: stranger },
    'a person who is no member': { actor: actors.carl, standing: stranger },
    'a fellow member': { actor: actors.mo, standing: stranger },
    'somebody of the same group': { actor: actors.omar, standing: { ...stranger, sharesGroup: true } },
    'a connection': { actor: actors.mo, standing: { ...stranger, isConnected: true } },
    'somebody of the same group, blocked': {
      actor: actors.omar,
      standing: { sharesGroup: true, isConnected: true, isBlocked: true },
    },
    'an administrator': { actor: actors.sys, standing: stranger },
    'an administrator who is blocked': { actor: actors.sys, standing: { ...stranger, isBlocked: true } },
    'ada herself': { actor: actors.ada, standing: stranger },
    'the platform': { actor: actors.system, standing: stranger },
  } as const;
  type Viewer = keyof typeof viewers;
  const always: readonly Viewer[] = ['ada herself', 'the platform'];
  const fellows: readonly Viewer[] = ['a fellow member', 'somebody of the same group', 'a connection'];
  const expected: Readonly<Record<Audience, readonly Viewer[]>> = {
    ONLY_ME: always,
    CONNECTIONS: [...always, 'a connection'],
    MY_GROUPS: [...always, 'a connection', 'somebody of the same group'],
    MEMBERS: [...always, ...fellows],
    PUBLIC: [...always, ...fellows, 'nobody signed in', 'a person who is no member', 'an administrator'],
  };
  const registered = ['displayName', 'faculty', 'programme', 'level', 'year'];
  const registrars: readonly Viewer[] = ['an administrator', 'an administrator who is blocked'];
  const cases = profileFields.flatMap((field) =>
    (Object.keys(expected) as Audience[]).map((audience) => [field, audience] as const),
  );

  it.each(cases)('%s, shown to %s', (field, audience) => {
    const member = sampleMember();
    const shown = { ...member, audiences: { ...member.audiences, [field]: audience } };
    const seers = (Object.keys(viewers) as Viewer[]).filter((viewer) =>
      canSeeField(viewers[viewer].actor, shown, field, viewers[viewer].standing),
    );
    const known = registered.includes(field) ? registrars : [];
    expect(seers.toSorted()).toEqual([...new Set([...expected[audience], ...known])].toSorted());
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
