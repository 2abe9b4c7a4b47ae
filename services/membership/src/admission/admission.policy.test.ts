import { describe, expect, it } from '@jest/globals';
import { actors, groupId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { admissionLifecycle, type AdmissionAction, type AdmissionKind } from './admission.js';
import { admissionPolicy, visibleAdmissions } from './admission.policy.js';

describe('who may do what with what waits between mo and a group whose president is omar', () => {
  const expected: Readonly<Record<AdmissionKind, Readonly<Record<AdmissionAction, readonly ActorName[]>>>> = {
    REQUEST: { ACCEPT: ['omar', 'uma'], DECLINE: ['omar', 'uma'], WITHDRAW: ['mo'], EXPIRE: ['system'] },
    INVITATION: { ACCEPT: ['mo'], DECLINE: ['mo'], WITHDRAW: ['omar', 'uma'], EXPIRE: ['system'] },
  };
  const kinds = ['REQUEST', 'INVITATION'] as const;
  it.each(kinds.flatMap((kind) => admissionLifecycle.actions.map((action) => [kind, action] as const)))(
    '%s: %s',
    (kind, action) => {
      const admission = { groupId, memberId: memberIds.mo, kind };
      expect(whoMay((actor) => admissionPolicy.can(actor, action, admission))).toEqual(expected[kind][action]);
    },
  );

  it('lets a union officer not say yes to their own request', () => {
    const own = { groupId, memberId: memberIds.uma, kind: 'REQUEST' as const };
    expect(admissionPolicy.can(actors.uma, 'ACCEPT', own)).toBe(false);
    expect(admissionPolicy.can(actors.omar, 'ACCEPT', own)).toBe(true);
  });

  it('shows who waits to those who decide', () => {
    expect(whoMay((actor) => admissionPolicy.canSeeWaiting(actor, groupId))).toEqual(['omar', 'uma']);
    expect(visibleAdmissions(actors.omar)).toEqual({ all: false, memberId: memberIds.omar, groupIds: [groupId] });
    expect(visibleAdmissions(actors.ada).groupIds).toEqual([]);
    expect(whoMay((actor) => visibleAdmissions(actor).all)).toEqual(['system', 'uma']);
  });
});
