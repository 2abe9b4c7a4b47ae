import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { checkAgreement, looksLikeSecrecy } from './mediation-term.js';

const owedBy = toId<'MediationParty'>('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10');
const term = { text: 'Cleans the kitchen on Mondays', owedBy, dueOn: '2026-12-31' };
const told = { extent: 'FULL' as const, terms: [term], followUpWeeks: 4, warningsRead: false };
const check = (changes: object) => checkAgreement({ ...told, ...changes }, [{ id: owedBy }], '2026-10-05');

describe('the words of a term', () => {
  it.each([
    'The complaint stays confidential',
    'Ada signs a non-disclosure agreement',
    'Bea will not talk about what happened',
    'Ada withdraws her complaint',
    'Both sides waive all further rights',
    'No further complaints',
    'Keeps it a secret',
    '双方对投诉内容保密',
    '学生撤回投诉',
    '不得向任何人透露',
  ])('are warned of when they read like secrecy: %s', (text) => {
    expect(looksLikeSecrecy(text)).toBe(true);
    expect(check({ terms: [{ ...term, text }] })).toMatchObject({ error: { fields: [{ path: 'terms.0.text' }] } });
    expect(check({ terms: [{ ...term, text }], warningsRead: true }).ok).toBe(true);
  });

  it.each([
    'Cleans the kitchen on Mondays',
    'Pays 40 pounds for the lamp',
    '每周一打扫厨房',
    'Answers mails in three days',
  ])('pass otherwise: %s', (text) => {
    expect(looksLikeSecrecy(text)).toBe(false);
  });
});

describe('an agreement', () => {
  it('has one to twelve terms, each owed by a side by a day to come', () => {
    expect(check({}).ok).toBe(true);
    for (const broken of [
      { terms: [] },
      { terms: Array.from({ length: 13 }, () => term) },
      { terms: [{ ...term, text: ' ' }] },
      { terms: [{ ...term, dueOn: '2026-10-04' }] },
      { terms: [{ ...term, owedBy: toId('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10') }] },
    ])
      expect(check(broken).ok).toBe(false);
  });

  it('is asked after in four to eight weeks', () => {
    expect([3, 4, 8, 9, 4.5].map((followUpWeeks) => check({ followUpWeeks }).ok)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});
