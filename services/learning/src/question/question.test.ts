import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { checkAnswer, isRightAnswer, noAnswer, rightAnswer, type Answer } from './judge.js';
import { normaliseWording } from './normalise-wording.js';
import { toQuestionFigures } from './question-figures.js';
import { checkQuestions, placeQuestions, type Choice, type Question, type QuestionDraft } from './question.js';

const choices = (...texts: readonly string[]): readonly Choice[] =>
  texts.map((text) => ({ text: text.replace('*', ''), isRight: text.startsWith('*'), feedback: undefined }));
const draft = (changes: Partial<QuestionDraft>): QuestionDraft => ({
  key: undefined,
  kind: 'SINGLE_CHOICE',
  prompt: 'Which?',
  choices: [],
  number: undefined,
  tolerance: undefined,
  unit: undefined,
  accepted: [],
  explanation: undefined,
  resourceId: undefined,
  ...changes,
});
const known = {
  resources: new Set([toId<'Resource'>('11111111-1111-4111-8111-111111111111')]),
  keys: new Set<never>(),
};
const question = (changes: Partial<QuestionDraft>): Question => {
  const [placed] = placeQuestions([draft(changes)], toId('v'), () => toId('11111111-1111-4111-8111-111111111112'));
  if (placed === undefined) throw new Error('one draft gives one question');
  return placed;
};
const answer = (changes: Partial<Answer>): Answer => ({ ...noAnswer, ...changes });
const problems = (changes: Partial<QuestionDraft>): readonly string[] => {
  const checked = checkQuestions([draft(changes)], known).finish(true);
  return checked.ok ? [] : checked.error.fields.map(({ path, rule }) => `${path.replace('questions.0.', '')} ${rule}`);
};

describe('a question', () => {
  it.each<[Partial<QuestionDraft>, readonly string[]]>([
    [{ choices: choices('*A', 'B') }, []],
    [{ choices: choices('*A') }, ['choices REQUIRED']],
    [{ choices: choices('A', 'B') }, ['choices CONTRADICTION']],
    [{ choices: choices('*A', '*B') }, ['choices CONTRADICTION']],
    [{ choices: choices('*A', 'A') }, ['choices CONTRADICTION']],
    [{ choices: choices('*A', ' ') }, ['choices.1.text REQUIRED']],
    [{ prompt: ' ', choices: choices('*A', 'B') }, ['prompt REQUIRED']],
    [{ choices: choices('*A', 'B'), accepted: ['A'] }, ['accepted CONTRADICTION']],
    [{ choices: choices('*A', 'B'), number: 1 }, ['number CONTRADICTION']],
    [{ choices: choices('*A', 'B'), resourceId: toId('x') }, ['resourceId UNKNOWN']],
    [{ choices: choices('*A', 'B'), key: toId('x') }, ['key UNKNOWN']],
    [{ kind: 'MULTIPLE_CHOICE', choices: choices('A', 'B') }, ['choices CONTRADICTION']],
    [{ kind: 'MULTIPLE_CHOICE', choices: choices('*A', '*B') }, []],
    [{ kind: 'TRUE_FALSE', choices: choices('*', '') }, []],
    [{ kind: 'TRUE_FALSE', choices: choices('*', '', '') }, ['choices TOO_LONG']],
    [{ kind: 'ORDERING', choices: choices('A', 'B', 'C') }, []],
    [{ kind: 'ORDERING', choices: choices('A', 'B') }, ['choices REQUIRED']],
    [{ kind: 'NUMERIC' }, ['number REQUIRED']],
    [{ kind: 'NUMERIC', number: 2, tolerance: -1 }, ['tolerance OUT_OF_RANGE']],
    [{ kind: 'NUMERIC', number: 1e13 }, ['number OUT_OF_RANGE']],
    [{ kind: 'NUMERIC', number: 2, choices: choices('*A', 'B') }, ['choices CONTRADICTION']],
    [{ kind: 'SHORT_TEXT' }, ['accepted REQUIRED']],
    [{ kind: 'SHORT_TEXT', accepted: [' '] }, ['accepted.0 REQUIRED']],
    [{ kind: 'SHORT_TEXT', accepted: ['Tea'] }, []],
  ])('%j has the problems %j', (changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  it('comes in lists of 1 to 200 that name each earlier question once', () => {
    const fields = (drafts: readonly QuestionDraft[], keys: ReadonlySet<never> = known.keys) => {
      const checked = checkQuestions(drafts, { ...known, keys }).finish(true);
      return checked.ok ? [] : checked.error.fields.map(({ rule }) => rule);
    };
    expect(fields([])).toEqual(['REQUIRED']);
    const one = draft({ choices: choices('*A', 'B') });
    expect(fields(Array.from({ length: 201 }, () => one))).toEqual(['TOO_LONG']);
    const key = toId<'QuestionKey'>('11111111-1111-4111-8111-111111111113');
    expect(
      fields(
        [
          { ...one, key },
          { ...one, key },
        ],
        new Set([key as never]),
      ),
    ).toEqual(['CONTRADICTION']);
  });
});

describe('an answer', () => {
  const numeric = question({ kind: 'NUMERIC', number: 0.3, tolerance: 0.1 });
  const order = question({ kind: 'ORDERING', choices: choices('A', 'B', 'C') });
  const multiple = question({ kind: 'MULTIPLE_CHOICE', choices: choices('*A', '*B', 'C') });
  const text = question({ kind: 'SHORT_TEXT', accepted: ['Students’ union', '学生会'] });
  it.each<[string, Question, Partial<Answer>, boolean]>([
    ['at the edge of the tolerance', numeric, { number: 0.4 }, true],
    ['beyond the tolerance', numeric, { number: 0.41 }, false],
    ['that is empty', numeric, {}, false],
    ['in order', order, { choices: [0, 1, 2] }, true],
    ['out of order', order, { choices: [0, 2, 1] }, false],
    ['with every right choice', multiple, { choices: [1, 0] }, true],
    ['with one right choice of two', multiple, { choices: [0] }, false],
    ['with a wrong choice as well', multiple, { choices: [0, 1, 2] }, false],
    ['in capitals', text, { text: 'STUDENTS UNION' }, true],
    ['in Chinese, with blanks', text, { text: '学 生会。' }, true],
    ['in other words', text, { text: 'club' }, false],
    ['of signs alone', text, { text: '…' }, false],
  ])('%s is judged', (_name, asked, given, expected) => {
    expect(isRightAnswer(asked, answer(given))).toBe(expected);
  });

  it('that is right is right for every kind', () => {
    for (const asked of [numeric, order, multiple, text]) expect(isRightAnswer(asked, rightAnswer(asked))).toBe(true);
  });

  it('must fit its question', () => {
    expect(checkAnswer(order, answer({ choices: [0, 1] })).ok).toBe(false);
    expect(checkAnswer(order, answer({ choices: [] })).ok).toBe(true);
    expect(checkAnswer(multiple, answer({ choices: [-1] })).ok).toBe(false);
    expect(checkAnswer(numeric, answer({ number: Number.POSITIVE_INFINITY })).ok).toBe(false);
    expect(checkAnswer(text, answer({ text: '  tea ' }))).toMatchObject({ ok: true, value: { text: 'tea' } });
  });

  it.each([
    ['１２ Hours.', '12 hours'],
    ['  Tea—time ', 'tea time'],
    ['志愿 时长', '志愿时长'],
    ['Café', 'café'],
    ['第 2 课堂', '第 2 课堂'],
  ])('%j reads as %j', (written, expected) => {
    expect(normaliseWording(written)).toBe(expected);
  });
});

describe('figures of a question', () => {
  const asked = question({ choices: choices('*A', 'B') });
  const count = (answered: number, right: number) => ({
    questionId: asked.id,
    answered,
    right,
    chosen: new Map([
      [0, right],
      [1, answered - right],
    ]),
  });
  it.each([
    [9, 5, [null, null, null, null]],
    [20, 11, [20, null, null, null]],
    [24, 12, [25, 10, 10, 10]],
    [40, 4, [40, null, null, null]],
  ])('of %d people with %d right show %j', (answered, right, shown) => {
    const figures = toQuestionFigures(asked, count(answered, right));
    const all = [figures.answered, figures.right, ...figures.chosen];
    expect(all.map(({ value }) => value)).toEqual(shown);
  });

  it('are withheld when nobody answered', () => {
    expect(toQuestionFigures(asked, undefined).answered).toMatchObject({ value: null, suppressed: true });
  });
});
