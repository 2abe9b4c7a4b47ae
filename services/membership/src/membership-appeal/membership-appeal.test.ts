import { describe, expect, it } from '@jest/globals';
import { actors, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import {
  actionOf,
  appealAgainst,
  appealWords,
  decideAppeal,
  membershipAppealLifecycle,
  reasonsMax,
  type MembershipAppeal,
  type MembershipAppealAction,
  type MembershipAppealStatus,
  type Suspension,
} from './membership-appeal.js';
import { membershipAppealPolicy } from './membership-appeal.policy.js';
import type { Id, PersonActor } from '@guildhall/kernel';

const now = new Date('2026-10-05T09:00:00.000Z');
const suspension: Suspension = {
  id: '00000000-0000-7000-8000-000000000700' as Id<'Suspension'>,
  memberId: memberIds.ada,
  suspendedBy: 'sys',
  suspendedAt: now,
  endedAt: undefined,
};
const appeal: MembershipAppeal = {
  id: '00000000-0000-7000-8000-000000000701' as Id<'MembershipAppeal'>,
  suspensionId: suspension.id,
  memberId: memberIds.ada,
  status: 'WAITING',
  words: 'It was not me who left the door open.',
  appealedAt: now,
  reasons: undefined,
  decidedBy: undefined,
  decidedAt: undefined,
  version: 1,
};

/** Every pair that is not here must be refused. */
const legal: Readonly<Record<MembershipAppealStatus, Partial<Record<MembershipAppealAction, MembershipAppealStatus>>>> =
  {
    WAITING: { UPHOLD: 'UPHELD', LIFT: 'LIFTED', OVERTAKE: 'OVERTAKEN' },
    UPHELD: {},
    LIFTED: {},
    OVERTAKEN: {},
  };
const pairs = membershipAppealLifecycle.states.flatMap((status) =>
  membershipAppealLifecycle.actions.map((action) => [status, action] as const),
);

describe('an appeal against a suspension', () => {
  it.each(pairs)('from %s, %s leads where the table says', (status, action) => {
    const next = membershipAppealLifecycle.next(action, { ...appeal, status }, now);
    expect(next.ok ? next.value : undefined).toBe(legal[status][action]);
  });

  it.each([
    ['too few words', 'Unfair.', ['words']],
    ['the longest words', 'x'.repeat(appealWords.max), []],
    ['too many words', 'x'.repeat(appealWords.max + 1), ['words']],
  ])('of %s has these problems', (_what, words, problems) => {
    const made = appealAgainst(suspension, words, { id: appeal.id, now });
    expect(made.ok ? [] : made.error.fields.map(({ path }) => path)).toEqual(problems);
  });

  it('is decided with reasons, by a name and at an instant', () => {
    const by = { by: 'other', now };
    expect(decideAppeal(appeal, { decision: 'LIFTED', reasons: ' Mistaken. ' }, by)).toMatchObject({
      ok: true,
      value: { status: 'LIFTED', reasons: 'Mistaken.', decidedBy: 'other', decidedAt: now },
    });
    expect(decideAppeal(appeal, { decision: 'UPHELD', reasons: '' }, by)).toMatchObject({
      error: { __typename: 'ValidationError' },
    });
    expect(decideAppeal(appeal, { decision: 'UPHELD', reasons: 'x'.repeat(reasonsMax + 1) }, by).ok).toBe(false);
    expect([actionOf('UPHELD'), actionOf('LIFTED')]).toEqual(['UPHOLD', 'LIFT']);
  });
});

describe('who may do what to an appeal of ada', () => {
  const otherAdmin: PersonActor = { ...actors.sys, subject: 'sysadmin2' };
  const adaAsAdmin: PersonActor = { ...actors.ada, registeredAs: memberIds.ada, appointments: ['ADMIN'] };
  const judged = { appeal, suspendedBy: 'sys' };
  const expected: Readonly<Record<MembershipAppealAction, readonly ActorName[]>> = {
    UPHOLD: [],
    LIFT: [],
    OVERTAKE: ['system'],
  };

  it.each(membershipAppealLifecycle.actions)('%s is for exactly these', (action) => {
    expect(whoMay((actor) => membershipAppealPolicy.can(actor, action, judged))).toEqual(expected[action]);
  });

  it('is decided by an admin who did not suspend, and never by the one it is about', () => {
    expect(membershipAppealPolicy.can(otherAdmin, 'LIFT', judged)).toBe(true);
    expect(membershipAppealPolicy.can(actors.sys, 'LIFT', { ...judged, suspendedBy: 'sysadmin2' })).toBe(true);
    expect(membershipAppealPolicy.can(adaAsAdmin, 'LIFT', judged)).toBe(false);
  });

  it('is made by the suspended alone, once, and while the suspension lasts', () => {
    const may = (standing: Parameters<typeof membershipAppealPolicy.canAppeal>[1]) =>
      whoMay((actor) => membershipAppealPolicy.canAppeal(actor, standing));
    expect(may({ suspension, appeal: undefined })).toEqual(['ada']);
    expect(may({ suspension, appeal })).toEqual([]);
    expect(may({ suspension: { ...suspension, endedAt: now }, appeal: undefined })).toEqual([]);
  });

  it('is read by its author and the keepers of the register', () => {
    expect(whoMay((actor) => membershipAppealPolicy.canSee(actor, memberIds.ada))).toEqual(['system', 'ada', 'sys']);
    expect(whoMay((actor) => membershipAppealPolicy.canSeeQueue(actor))).toEqual(['system', 'sys']);
  });
});
