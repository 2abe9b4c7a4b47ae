import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { groupId, memberIds, personas } from '../../test/personas.js';
import { sampleActivity } from '../../test/sample-activity.js';
import type { ActivityStatus } from '../activity/activity.js';
import { newRegistration } from '../registration/registration.js';
import { registrationStatuses } from '../registration/registration-status.js';
import {
  areAnswersKept,
  answersKeptMs,
  askQuestions,
  canStillAsk,
  checkAnswers,
  type Question,
  type QuestionDraft,
} from './question.js';
import { mayAnswer, questionActions, questionPolicy } from './question.policy.js';

const activity = { ...sampleActivity, groupId, organiserId: memberIds.omar };
const open = new Date('2026-11-01T12:00:00.000Z');
let made = 0;
const nextId = (): Question['id'] =>
  `018f0000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as Id<'Question'>;
const draft = (changes: Partial<QuestionDraft> = {}): QuestionDraft => ({
  id: undefined,
  kind: 'TEXT',
  wording: ' What do you bring? ',
  isRequired: false,
  options: [],
  ...changes,
});
const choice = draft({ kind: 'CHOICE', wording: 'Which shift?', options: ['Early', 'Late'] });
const nothing = { questions: [], answered: new Set<string>() };
function asked(...drafts: readonly QuestionDraft[]): readonly Question[] {
  const result = askQuestions(activity.id, drafts, nothing, nextId);
  if (!result.ok) throw new Error('the drafts are right');
  return result.value;
}
const problems = (drafts: readonly QuestionDraft[], before: Parameters<typeof askQuestions>[2] = nothing) => {
  const result = askQuestions(activity.id, drafts, before, nextId);
  return result.ok ? [] : result.error.fields.map(({ path, rule }) => `${path} ${rule}`);
};

describe('the questions of an activity', () => {
  it('stand in their order, trimmed', () => {
    expect(asked(draft(), choice)).toMatchObject([
      { position: 1, wording: 'What do you bring?', options: [] },
      { position: 2, options: ['Early', 'Late'] },
    ]);
  });

  it.each([
    ['more than ten', Array.from({ length: 11 }, () => draft()), ['questions TOO_LONG']],
    ['no words', [draft({ wording: ' ' })], ['questions.0.wording REQUIRED']],
    ['too many words', [draft({ wording: 'x'.repeat(301) })], ['questions.0.wording TOO_LONG']],
    ['one option', [draft({ kind: 'CHOICE', options: ['Early'] })], ['questions.0.options TOO_SHORT']],
    ['an option twice', [draft({ kind: 'CHOICE', options: ['A', 'B', 'A'] })], ['questions.0.options CONTRADICTION']],
    ['an id that is not there', [draft({ id: 'gone' })], ['questions.0.id UNKNOWN']],
  ])('of %s have these problems', (_what, drafts, expected) => {
    expect(problems(drafts)).toEqual(expected);
  });

  it('keep what is answered: its kind, what could be chosen, and the question itself', () => {
    const questions = asked(choice, draft());
    const [first, second] = questions;
    const before = { questions, answered: new Set([first?.id ?? '']) };
    expect(problems([{ ...choice, id: first?.id, kind: 'TEXT' }], before)).toEqual(['questions.0.kind CONTRADICTION']);
    expect(problems([{ ...choice, id: first?.id, options: ['Early', 'Night'] }], before)).toEqual([
      'questions.0.options CONTRADICTION',
    ]);
    expect(problems([draft({ id: second?.id })], before)).toEqual(['questions CONTRADICTION']);
    expect(
      problems(
        [
          { ...choice, id: first?.id },
          { ...choice, id: first?.id },
        ],
        before,
      ),
    ).toEqual(['questions CONTRADICTION']);
    expect(
      problems([{ ...choice, id: first?.id, wording: 'Which?', options: ['Late', 'Early', 'Night'] }], before),
    ).toEqual([]);
    expect(
      problems([choice, { ...draft(), id: second?.id, kind: 'NUMBER' }], { questions, answered: new Set() }),
    ).toEqual([]);
  });

  it('can be changed until registration closes, by whoever runs the activity; answers are read by its team', () => {
    const may = (action: 'ASK' | 'READ_ANSWERS', now = open) =>
      Object.entries(personas).flatMap(([name, actor]) =>
        questionActions(actor, activity, now).includes(action) ? [name] : [],
      );
    expect(may('ASK')).toEqual(['officer', 'unionOfficer', 'bothOfficer']);
    expect(may('READ_ANSWERS')).toEqual(['officer', 'bothOfficer']);
    expect(may('ASK', activity.registrationClosesAt)).toEqual([]);
    const later = new Date(activity.endsAt.getTime() + answersKeptMs);
    expect(may('READ_ANSWERS', new Date(later.getTime() - 1))).toEqual(['officer', 'bothOfficer']);
    expect(may('READ_ANSWERS', later)).toEqual([]);
    expect(areAnswersKept(activity, later)).toBe(false);
    const team = [{ memberId: memberIds.rosa, role: 'CREW' as const }];
    expect(questionPolicy.canReadAnswers(personas.stranger, { ...activity, team })).toBe(true);
    const stillAsk = (['DRAFT', 'CANCELLED', 'COMPLETED', 'PUBLISHED'] as readonly ActivityStatus[]).map((status) =>
      canStillAsk({ ...activity, status }, open),
    );
    expect(stillAsk).toEqual([true, false, false, true]);
  });
});

describe('answers', () => {
  const [text, pick, number, agreement] = asked(
    draft({ isRequired: true }),
    choice,
    draft({ kind: 'NUMBER' }),
    draft({ kind: 'AGREEMENT', isRequired: true }),
  );
  const questions = [text, pick, number, agreement].filter((question) => question !== undefined);
  const id = (question: Question | undefined): string => question?.id ?? '';
  const answer = (...values: readonly [Question | undefined, string][]) => {
    const result = checkAnswers(
      questions,
      values.map(([question, value]) => ({ questionId: id(question), value })),
    );
    return result.ok ? result.value : result.error.fields.map(({ path, rule }) => [path, rule]);
  };

  it('are trimmed, and empty ones left out', () => {
    expect(answer([agreement, 'yes'], [text, ' A cake. '], [pick, ''], [number, '3'])).toEqual([
      { questionId: id(text), value: 'A cake.' },
      { questionId: id(number), value: '3' },
      { questionId: id(agreement), value: 'yes' },
    ]);
  });

  it('that break a rule say so at their question', () => {
    expect(answer([pick, 'Night'], [number, '-1'], [agreement, 'no'])).toEqual([
      [`answers.${id(text)}`, 'REQUIRED'],
      [`answers.${id(pick)}`, 'UNKNOWN'],
      [`answers.${id(number)}`, 'OUT_OF_RANGE'],
      [`answers.${id(agreement)}`, 'UNKNOWN'],
    ]);
    expect(checkAnswers([], [{ questionId: 'gone', value: 'x' }])).toMatchObject({
      error: { fields: [{ path: 'answers.gone', rule: 'UNKNOWN' }] },
    });
    expect(answer([text, 'x'.repeat(501)], [agreement, 'yes'])).toEqual([[`answers.${id(text)}`, 'TOO_LONG']]);
  });

  it('are changed by the one who gave them, while the place is not settled and registration is open', () => {
    const registration = (status: (typeof registrationStatuses)[number]) =>
      newRegistration({
        id: '018f0000-0000-7000-8000-0000000000d1' as Id<'Registration'>,
        activityId: activity.id,
        memberId: memberIds.ada,
        status,
        queuedAt: open,
      });
    const may = registrationStatuses.filter((status) =>
      mayAnswer(personas.member, { registration: registration(status), activity }, open),
    );
    expect(may).toEqual(['ENTERED', 'CONFIRMED', 'WAITLISTED', 'OFFERED', 'CHECKED_IN', 'CHECKED_OUT']);
    const facts = { registration: registration('CONFIRMED'), activity };
    expect(mayAnswer(personas.officer, facts, open)).toBe(false);
    expect(mayAnswer(personas.member, facts, activity.registrationClosesAt)).toBe(false);
    expect(
      [personas.member, personas.officer, personas.unionOfficer].map((actor) => questionPolicy.canSee(actor, facts)),
    ).toEqual([true, true, false]);
  });
});
