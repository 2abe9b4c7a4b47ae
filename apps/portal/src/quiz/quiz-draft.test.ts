import { describe, expect, it } from '@jest/globals';
import { newQuestion, newQuiz, toInput, type QuestionDraft } from './quiz-draft.js';

const sent = (changes: Partial<QuestionDraft>) =>
  toInput({ ...newQuiz('q', 'en'), questions: [{ ...newQuestion('q'), prompt: 'Which?', ...changes }] }).questions[0];
const choice = (text: string, isRight = false) => ({ text, isRight, feedback: '' });

describe('a quiz as it is written', () => {
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
    expect(sent({ kind: 'TRUE_FALSE', isTrue: false })?.choices).toEqual([
      { text: '', isRight: false },
      { text: '', isRight: true },
    ]);
    expect(sent({ kind: 'SHORT_TEXT', accepted: 'tea\n\n茶' })?.accepted).toEqual(['tea', '茶']);
    expect(sent({ kind: 'ORDERING', choices })?.choices?.every(({ isRight }) => isRight)).toBe(true);
  });

  it('sends what is no whole number as nought, which the graph refuses at its field', () => {
    const { settings } = toInput({ ...newQuiz('q', 'en'), drawCount: 'many', timeLimitMinutes: ' ' });
    expect(settings).toMatchObject({ drawCount: 0, timeLimitMinutes: undefined, passPercent: 60 });
  });
});
