import { describe, expect, it } from '@jest/globals';
import { toId, type Id } from '@guildhall/kernel';
import { housing, student } from '../../test/viewers.js';
import { chainOf, followersOf } from './chain.js';
import {
  changeReferralStatus,
  checkAnswer,
  checkConsent,
  checkDraft,
  draftReferral,
  referralLifecycle,
  respond,
  type ReferralAction,
  type ReferralFile,
  type ReferralId,
  type ReferralStatus,
} from './referral.js';

const referralId = (digit: number): ReferralId => toId(`9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e4${digit}`);
const now = new Date('2026-10-05T09:00:00Z');
const drafted = draftReferral(toId('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
  caseId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  departmentId: housing,
  now,
});
const at = (status: ReferralStatus): ReferralFile => ({
  referral: { ...drafted, status, decision: 'AGREE' },
  sides: { student, assignee: 'carl' },
});

const possible: Readonly<Record<ReferralStatus, readonly ReferralAction[]>> = {
  DRAFTED: ['CONSENT', 'WITHDRAW'],
  CONSENTED: ['CONSENT', 'SEND', 'WITHDRAW'],
  SENT: ['ACKNOWLEDGE', 'HAND', 'WITHDRAW'],
  ACKNOWLEDGED: ['ASK_INFORMATION', 'DRAFT_RESPONSE', 'RESPOND', 'HAND', 'WITHDRAW'],
  INFO_REQUESTED: ['PROPOSE_ANSWER', 'ANSWER', 'DRAFT_RESPONSE', 'RESPOND', 'HAND', 'WITHDRAW'],
  RESPONDED: ['START_ACTIONS', 'HAND', 'CLOSE', 'WITHDRAW'],
  ACTIONS: ['ADD_MILESTONE', 'HAND', 'CLOSE', 'WITHDRAW'],
  CLOSED: ['WITHDRAW'],
  WITHDRAWN: [],
};

describe('the life of a referral', () => {
  it.each(referralLifecycle.states)('allows from %s exactly what machine I says', (status) => {
    expect(referralLifecycle.possible(at(status), now)).toEqual(possible[status]);
  });

  it('keeps when consent was given and taken back, and when it was sent', () => {
    expect(changeReferralStatus(at('DRAFTED'), 'CONSENT', now)).toMatchObject({
      value: { referral: { status: 'CONSENTED', consentedAt: now } },
    });
    expect(changeReferralStatus(at('CONSENTED'), 'SEND', now)).toMatchObject({
      value: { referral: { status: 'SENT', sentAt: now } },
    });
    expect(changeReferralStatus(at('CLOSED'), 'WITHDRAW', now)).toMatchObject({
      value: { referral: { status: 'WITHDRAWN', withdrawnAt: now } },
    });
    expect(changeReferralStatus(at('SENT'), 'CONSENT', now)).toMatchObject({ ok: false });
  });

  it('acts only on what the department agreed to', () => {
    const declined = respond(at('ACKNOWLEDGED'), { decision: 'DECLINE', text: 'No', redirectToId: undefined }, now);
    expect(declined.ok && referralLifecycle.can('START_ACTIONS', declined.value, now)).toBe(false);
  });
});

describe('a chain of referrals', () => {
  const file = (digit: number, previous?: number): ReferralFile => ({
    ...at('RESPONDED'),
    referral: {
      ...drafted,
      id: referralId(digit),
      previousId: previous === undefined ? undefined : referralId(previous),
    },
  });
  const files = [file(1), file(2, 1), file(3, 2), file(4)];
  const idsOf = (chain: readonly ReferralFile[]) => chain.map(({ referral }) => referral.id);

  it('is the same from wherever it is seen, first to last', () => {
    for (const each of files.slice(0, 3)) expect(idsOf(chainOf(each, files))).toEqual([1, 2, 3].map(referralId));
    expect(idsOf(chainOf(file(4), files))).toEqual([referralId(4)]);
  });

  it('goes on from a referral to what came of sending it on', () => {
    expect(idsOf(followersOf(file(1), files))).toEqual([referralId(2), referralId(3)]);
    expect(followersOf(file(3, 2), files)).toEqual([]);
  });
});

describe('what is told in a referral', () => {
  const id = (digit: number): Id<'ReferralField'> => toId(`9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e1${digit}`);
  const field = (digit: number) => ({
    id: id(digit),
    caseId: drafted.caseId,
    referralId: drafted.id,
    consented: false,
  });

  it('is named item by item, each once', () => {
    expect(checkDraft([])).toMatchObject({ error: { fields: [{ path: 'fields', rule: 'REQUIRED' }] } });
    expect(
      checkDraft([
        { name: 'a', value: '1' },
        { name: ' a', value: '2' },
      ]),
    ).toMatchObject({ error: { fields: [{ rule: 'CONTRADICTION' }] } });
    expect(checkDraft(Array.from({ length: 21 }, (_, index) => ({ name: String(index), value: '1' })))).toMatchObject({
      error: { fields: [{ rule: 'TOO_LONG' }] },
    });
    expect(checkDraft([{ name: ' room ', value: ' 27 ' }])).toEqual({
      ok: true,
      value: [{ name: 'room', value: '27' }],
    });
  });

  it('is chosen from its own items alone', () => {
    expect(checkConsent([id(1)], [field(1), field(2)]).ok).toBe(true);
    expect(checkConsent([id(1), id(3)], [field(1), field(2)])).toMatchObject({
      error: { fields: [{ path: 'fieldIds.1', rule: 'UNKNOWN' }] },
    });
    expect(checkConsent([], [field(1)])).toMatchObject({ error: { fields: [{ rule: 'REQUIRED' }] } });
  });

  it('is sent on exactly to a named other department', () => {
    const answer = { text: 'words', redirectToId: undefined };
    expect(checkAnswer({ ...answer, decision: 'AGREE' }, drafted).ok).toBe(true);
    expect(checkAnswer({ ...answer, decision: 'REDIRECT' }, drafted).ok).toBe(false);
    expect(checkAnswer({ ...answer, decision: 'AGREE', redirectToId: toId(id(5)) }, drafted).ok).toBe(false);
    expect(checkAnswer({ ...answer, decision: 'REDIRECT', redirectToId: housing }, drafted).ok).toBe(false);
    expect(checkAnswer({ ...answer, decision: 'REDIRECT', redirectToId: toId(id(5)) }, drafted).ok).toBe(true);
  });
});
