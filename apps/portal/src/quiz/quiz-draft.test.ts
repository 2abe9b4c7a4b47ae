import { describe, expect, it } from '@jest/globals';
import type { ShownVersion, WrittenQuestion } from './edit-documents.js';
import { draftFrom, newQuestion, newQuiz, toInput, type QuestionDraft } from './quiz-draft.js';

const sent = (changes: Partial<QuestionDraft>) =>
  toInput({ ...newQuiz('q', 'en'), questions: [{ ...newQuestion('q'), prompt: 'Which?', ...changes }] }).questions[0];
const choice = (text: string, isRight = false) => ({ text, isRight, feedback: '' });

describe('a quiz as it is written', () => {
  it('is carried on with all that is said to those who answer, and with what there is to read', () => {
    const choices = [
      { text: '', isRight: false, feedback: 'Look again.' },
      { text: '', isRight: true, feedback: null },
    ];
    const figure = { value: null, suppressed: true };
    const question: WrittenQuestion = {
      ...{ id: 'q', key: 'k', kind: 'TRUE_FALSE', prompt: 'Tea is blue.', choices, accepted: [] },
      ...{ number: null, tolerance: null, unit: null, explanation: null },
      resource: { id: 'r', title: 'A guide' },
      figures: { answered: figure, right: figure },
    };
    const version: ShownVersion = {
      ...{ id: 'v', version: 1, status: 'DRAFT', language: 'en', viewerActions: [] },
      ...{ drawCount: 1, passPercent: 60, timeLimitMinutes: null, attemptsMax: 5 },
      questions: [question],
    };
    expect(toInput(draftFrom(version)).questions).toEqual([
      expect.objectContaining({
        key: 'k',
        resourceId: 'r',
        choices: [choices[0], { text: '', isRight: true, feedback: undefined }],
      }),
    ]);
  });

  it('sends of each question what its kind asks for, and nothing of the kinds that were tried before', () => {
    const choices = [choice('A', true), choice('B'), choice(' ')];
    expect(sent({ choices, number: '3', accepted: 'tea' })).toEqual({
      kind: 'SINGLE_CHOICE',
      key: undefined,
      prompt: 'Which?',
      explanation: undefined,
      resourceId: undefined,
      choices: [
        { text: 'A', isRight: true, feedback: undefined },
        { text: 'B', isRight: false, feedback: undefined },
      ],
    });
    expect(sent({ kind: 'NUMERIC', number: '3,5', tolerance: '', choices })).toMatchObject({ number: 3.5 });
    expect(sent({ kind: 'NUMERIC', choices })).not.toHaveProperty('choices');
    expect(sent({ kind: 'TRUE_FALSE', isTrue: false, saidIfTrue: 'Look again.' })?.choices).toEqual([
      { text: '', isRight: false, feedback: 'Look again.' },
      { text: '', isRight: true, feedback: undefined },
    ]);
    expect(sent({ resourceId: 'r', resourceTitle: 'A guide' })).toMatchObject({ resourceId: 'r' });
    expect(sent({ kind: 'SHORT_TEXT', accepted: 'tea\n\n茶' })?.accepted).toEqual(['tea', '茶']);
    expect(sent({ kind: 'ORDERING', choices })?.choices?.every(({ isRight }) => isRight)).toBe(true);
  });

  it('sends what is no whole number as nought, which the graph refuses at its field', () => {
    const { settings } = toInput({ ...newQuiz('q', 'en'), drawCount: 'many', timeLimitMinutes: ' ' });
    expect(settings).toMatchObject({ drawCount: 0, timeLimitMinutes: undefined, passPercent: 60 });
  });
});
