import { describe, expect, it } from '@jest/globals';
import { actors, fixedId, groupId, memberIds, whoMay } from '../../test/personas.js';
import {
  consentActions,
  consentMaxMs,
  giveConsent,
  isPossible,
  statusOf,
  withdrawConsent,
  type Consent,
  type ConsentAction,
  type ConsentStatus,
} from './consent.js';
import { consentPolicy, visibleConsents } from './consent.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const made = { id: fixedId<'Consent'>(1), memberId: memberIds.ada, now };
const draft = { purpose: 'NEEDS_IN_GROUP', fields: ['ACCESS', 'DIET'], groupId, until: inDays(30) } as const;

function consent(changes: Partial<Consent> = {}): Consent {
  const given = giveConsent(draft, made);
  if (!given.ok) throw new Error('the draft is right');
  return { ...given.value, ...changes };
}

const inState: Readonly<Record<ConsentStatus, Consent>> = {
  LIVE: consent(),
  EXPIRED: consent({ fromAt: inDays(-40), toAt: now }),
  WITHDRAWN: consent({ fromAt: inDays(-40), withdrawnAt: inDays(-1) }),
};

describe('a consent', () => {
  const expected: Readonly<Record<ConsentStatus, Readonly<Record<ConsentAction, boolean>>>> = {
    LIVE: { WITHDRAW: true },
    EXPIRED: { WITHDRAW: false },
    WITHDRAWN: { WITHDRAW: false },
  };
  it.each(Object.keys(expected) as ConsentStatus[])('that is %s', (status) => {
    expect(statusOf(inState[status], now)).toBe(status);
    for (const action of consentActions) {
      expect(isPossible(action, inState[status], now)).toBe(expected[status][action]);
      expect(withdrawConsent(inState[status], now).ok).toBe(expected[status][action]);
    }
  });

  it('begins now, keeps each part once and names its audience', () => {
    const fields = ['DIET', 'ACCESS', 'DIET'] as const;
    expect(giveConsent({ ...draft, fields }, made)).toMatchObject({
      value: { fields: ['DIET', 'ACCESS'], audience: 'GROUP', groupId, fromAt: now, toAt: inDays(30), version: 1 },
    });
    const everywhere = { ...draft, purpose: 'NEEDS_AT_ACTIVITY', groupId: undefined } as const;
    expect(giveConsent(everywhere, made)).toMatchObject({ value: { audience: 'ORGANISERS', groupId: undefined } });
  });

  it.each([
    ['fields', { fields: [] }],
    ['until', { until: now }],
    ['until', { until: new Date(now.getTime() + consentMaxMs + 1) }],
    ['groupId', { groupId: undefined }],
    ['groupId', { purpose: 'NEEDS_AT_ACTIVITY' as const }],
  ])('is refused with the field %s named', (path, changes) => {
    expect(giveConsent({ ...draft, ...changes }, made)).toMatchObject({ error: { fields: [{ path }] } });
  });
});

describe('who may do what to a consent of ada’s', () => {
  it('she alone sees it, gives it and ends it', () => {
    for (const action of consentActions)
      expect(whoMay((actor) => consentPolicy.can(actor, action, consent()))).toEqual(['ada']);
    expect(whoMay((actor) => visibleConsents(actor) === memberIds.ada)).toEqual(['ada']);
    expect(whoMay((actor) => consentPolicy.canGive(actor, { groupId }))).toEqual(['ada', 'omar', 'rosa']);
    expect(whoMay((actor) => consentPolicy.canGive(actor, { groupId: undefined }))).toEqual([
      'ada',
      'omar',
      'uma',
      'rosa',
      'mo',
    ]);
  });

  it('she can end it also while her membership is suspended', () => {
    const suspended = { ...actors.ada, memberId: undefined, groupIds: [], registeredAs: memberIds.ada };
    expect(consentPolicy.can(suspended, 'WITHDRAW', consent())).toBe(true);
    expect(consentPolicy.canGive(suspended, { groupId: undefined })).toBe(false);
  });
});
