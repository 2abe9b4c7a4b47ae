import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkedOrNone, type Answer } from '../../question/judge.js';
import { mayAnswer, toAuthorPlaces, type AttemptId } from '../attempt.js';
import { attemptPolicy } from '../attempt.policy.js';

/** Which question of which attempt, and the answer; its choices are places as shown, from 1. */
export type AnswerQuizQuestion = { readonly attemptId: AttemptId; readonly position: number; readonly answer: Answer };

/** Saves the answer to one question of an open attempt, in place of what was saved before. */
export function answerQuizQuestion({ transaction, clock }: Deps, actor: Actor, input: AnswerQuizQuestion) {
  return transaction(async ({ attempts }) => {
    const now = clock.now();
    const sheet = await attempts.findSheetLocked(actor, input.attemptId);
    if (sheet === null) return err(notFound('QuizAttempt'));
    const { attempt, questions } = sheet;
    if (!attemptPolicy.can(actor, 'ANSWER', attempt)) return err(notAllowed('ANSWER', 'QuizAttempt'));
    const open = mayAnswer(attempt, now);
    if (!open.ok) return open;
    const asked = questions.find(({ position }) => position === input.position);
    if (asked === undefined) return err(notFound('AttemptQuestion'));
    const choices = toAuthorPlaces(asked.order, input.answer.choices);
    const answer = checkedOrNone(asked.question, { ...input.answer, choices });
    if (!answer.ok) return answer;
    await attempts.saveAnswer({ ...asked, answer: answer.value, answeredAt: answer.value && now });
    return ok(attempt);
  });
}
