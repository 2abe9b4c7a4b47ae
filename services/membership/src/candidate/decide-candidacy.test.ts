import { describe, expect, it } from '@jest/globals';
import { decidedByOtto, sampleAppeal, sampleCandidacy, sampleNow as now } from '../../test/sample-candidacy.js';
import { appealAgainst, decideAppeal, disqualify, moveCandidate, screen } from './decide-candidacy.js';
import { writeStatements } from './edit-statements.js';
import { ineligibilities, unfitToBeNominated, type Eligibility } from './eligibility.js';
import { fixedId } from '../../test/personas.js';

const fit: Eligibility = { isElector: true, isReturningOfficer: false, nominationCount: 5, nominationsNeeded: 5 };
const appealUntil = new Date('2026-10-07T22:59:59.999Z');
const deciding = { by: 'otto', now, appealUntil };
const consented = sampleCandidacy({ status: 'CONSENTED' }, { election: { status: 'SCREENING' } });
const standing = sampleCandidacy({ status: 'STANDING', ballotPlace: 1 }, { election: { status: 'CAMPAIGN' } });

const problemsOf = (result: { readonly ok: boolean; readonly error?: unknown }): unknown =>
  result.ok
    ? []
    : (result as { error: { fields?: readonly { path: string; rule: string }[] } }).error.fields?.map(
        ({ path, rule }) => [path, rule],
      );

describe('who may stand', () => {
  const cases: readonly [string, Partial<Eligibility>, boolean, boolean][] = [
    ['an elector with enough nominations', {}, true, true],
    ['somebody with one nomination too few', { nominationCount: 4 }, false, true],
    ['somebody who does not elect', { isElector: false }, false, false],
    ['a returning officer', { isReturningOfficer: true }, false, false],
  ];
  it.each(cases)('%s', (_who, changes, may, afterAppeal) => {
    const problems = ineligibilities({ ...fit, ...changes });
    expect(problems.length === 0).toBe(may);
    expect(problems.some(({ isFinal }) => isFinal)).toBe(!afterAppeal);
  });

  it('is nominated before there are enough nominations, but not as a stranger or as who runs elections', () => {
    expect(unfitToBeNominated({ isElector: true, isReturningOfficer: false })).toBeUndefined();
    expect(unfitToBeNominated({ isElector: false, isReturningOfficer: false })).toMatch(/active member/);
    expect(unfitToBeNominated({ isElector: true, isReturningOfficer: true })).toMatch(/runs elections/);
  });
});

describe('screening', () => {
  it('lets stand who meets the rules, and leaves nothing to appeal against', () => {
    expect(screen(consented, { isEligible: true, reason: '', facts: fit }, deciding)).toMatchObject({
      value: { status: 'ELIGIBLE', statusReason: undefined, decidedBy: 'otto', decidedAt: now, appealUntil: undefined },
    });
  });

  it('refuses with a reason and until when that can be appealed against', () => {
    expect(screen(consented, { isEligible: false, reason: 'Late.', facts: fit }, deciding)).toMatchObject({
      value: { status: 'INELIGIBLE', statusReason: 'Late.', decidedBy: 'otto', appealUntil },
    });
  });

  it.each([
    [
      'somebody who does not meet the rules',
      { isEligible: true, reason: '', facts: { ...fit, isElector: false } },
      'isEligible',
      'CONTRADICTION',
    ],
    ['with a reason who may stand', { isEligible: true, reason: 'Good.', facts: fit }, 'reason', 'CONTRADICTION'],
    ['without a reason who may not', { isEligible: false, reason: '', facts: fit }, 'reason', 'REQUIRED'],
    [
      'with a reason that is too long',
      { isEligible: false, reason: 'x'.repeat(1001), facts: fit },
      'reason',
      'TOO_LONG',
    ],
  ])('does not pass %s', (_what, decision, path, rule) => {
    expect(problemsOf(screen(consented, decision, deciding))).toEqual([[path, rule]]);
  });
});

describe('taking a candidate out', () => {
  it('has a reason that everybody reads, and keeps the place on the paper', () => {
    expect(disqualify(standing, 'Paid for votes.', deciding)).toMatchObject({
      value: { status: 'DISQUALIFIED', statusReason: 'Paid for votes.', ballotPlace: 1, appealUntil },
    });
    expect(problemsOf(disqualify(standing, '', deciding))).toEqual([['reason', 'REQUIRED']]);
    expect(problemsOf(disqualify(standing, 'x'.repeat(1001), deciding))).toEqual([['reason', 'TOO_LONG']]);
    expect(disqualify(consented, 'Early.', deciding)).toMatchObject({
      error: { __typename: 'IllegalTransitionError' },
    });
  });
});

describe('an appeal', () => {
  const refused = sampleCandidacy({ ...decidedByOtto, status: 'INELIGIBLE' }, { election: { status: 'SCREENING' } });
  const out = sampleCandidacy(
    { ...decidedByOtto, status: 'DISQUALIFIED', ballotPlace: 1 },
    { election: { status: 'CAMPAIGN' } },
  );
  const by = { by: 'sys', now };

  it('is against the decision that holds', () => {
    const made = appealAgainst(refused, 'I study here.', { id: fixedId<'CandidacyAppeal'>(1), now });
    expect(made).toMatchObject({
      value: { againstBy: 'otto', againstAt: decidedByOtto.decidedAt, words: 'I study here.', isGranted: undefined },
    });
    const wrong = (words: string) =>
      problemsOf(appealAgainst(refused, words, { id: fixedId<'CandidacyAppeal'>(1), now }));
    expect([wrong(''), wrong('x'.repeat(4001))]).toEqual([[['text', 'REQUIRED']], [['text', 'TOO_LONG']]]);
  });

  it('brings who was refused back to those who may stand, and who was taken out onto the paper', () => {
    const decision = { isGranted: true, reason: 'Shown.', facts: fit };
    expect(decideAppeal({ ...refused, appeal: sampleAppeal() }, decision, by)).toMatchObject({
      value: {
        candidate: { status: 'ELIGIBLE', statusReason: undefined },
        appeal: { isGranted: true, decidedBy: 'sys' },
      },
    });
    expect(decideAppeal({ ...out, appeal: sampleAppeal() }, decision, by)).toMatchObject({
      value: { candidate: { status: 'STANDING', ballotPlace: 1 }, appeal: { isGranted: true, reason: 'Shown.' } },
    });
  });

  it('leaves things as they are when it is not granted', () => {
    const decision = { isGranted: false, reason: 'Not shown.', facts: { ...fit, isElector: false } };
    expect(decideAppeal({ ...refused, appeal: sampleAppeal() }, decision, by)).toMatchObject({
      value: { candidate: { status: 'INELIGIBLE', statusReason: 'Not a student here.' }, appeal: { isGranted: false } },
    });
    expect(decideAppeal({ ...out, appeal: sampleAppeal() }, decision, by)).toMatchObject({
      value: { candidate: { status: 'DISQUALIFIED' } },
    });
  });

  it('can forgive missing nominations, but not that somebody could not hold the office', () => {
    const decide = (facts: Eligibility) =>
      decideAppeal({ ...refused, appeal: sampleAppeal() }, { isGranted: true, reason: 'Yes.', facts }, by);
    expect(decide({ ...fit, nominationCount: 0 }).ok).toBe(true);
    expect(problemsOf(decide({ ...fit, isElector: false }))).toEqual([['isGranted', 'CONTRADICTION']]);
    expect(problemsOf(decide({ ...fit, isReturningOfficer: true }))).toEqual([['isGranted', 'CONTRADICTION']]);
    expect(
      problemsOf(
        decideAppeal({ ...refused, appeal: sampleAppeal() }, { isGranted: false, reason: '', facts: fit }, by),
      ),
    ).toEqual([['reason', 'REQUIRED']]);
  });
});

describe('what candidates do themselves', () => {
  it('moves them, and their words stay until they are no longer candidates', () => {
    expect(moveCandidate(sampleCandidacy(), 'CONSENT', now)).toMatchObject({
      value: { status: 'CONSENTED', changedAt: now },
    });
    expect(moveCandidate(sampleCandidacy(), 'DECLINE', now)).toMatchObject({ value: { status: 'DECLINED' } });
    expect(moveCandidate(standing, 'WITHDRAW', now)).toMatchObject({ value: { status: 'WITHDRAWN', ballotPlace: 1 } });
    expect(moveCandidate(sampleCandidacy(), 'WITHDRAW', now).ok).toBe(false);
  });

  it('writes a statement in each language once', () => {
    const written = writeStatements(
      consented,
      [
        { language: 'en', text: ' Hello. ' },
        { language: 'zh-CN', text: '你好。' },
      ],
      now,
    );
    expect(written).toMatchObject({
      value: {
        statements: [
          { language: 'en', text: 'Hello.' },
          { language: 'zh-CN', text: '你好。' },
        ],
      },
    });
    expect(writeStatements(consented, [], now)).toMatchObject({ value: { statements: [] } });
  });

  it.each([
    ['a language that is none', [{ language: 'English', text: 'Hi' }], [['statements.0.language', 'BAD_FORMAT']]],
    [
      'a language twice',
      [
        { language: 'en', text: 'Hi' },
        { language: 'en', text: 'Ho' },
      ],
      [['statements.1.language', 'CONTRADICTION']],
    ],
    ['no words', [{ language: 'en', text: ' ' }], [['statements.0.text', 'REQUIRED']]],
    ['too many words', [{ language: 'en', text: 'x'.repeat(2001) }], [['statements.0.text', 'TOO_LONG']]],
    [
      'six languages',
      ['de', 'en', 'es', 'fr', 'it', 'pl'].map((language) => ({ language, text: 'Hi' })),
      [['statements', 'TOO_LONG']],
    ],
  ])('does not take a statement with %s', (_what, statements, problems) => {
    expect(problemsOf(writeStatements(consented, statements, now))).toEqual(problems);
  });
});
