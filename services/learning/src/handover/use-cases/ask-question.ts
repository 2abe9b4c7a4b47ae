import { actorKey, err, limitReached, memberOf, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { HandoverCapsuleId } from '../handover-capsule.js';
import { checkWords, type HandoverQuestionId } from '../handover-item.js';
import { currentHandoverRules } from '../handover-rules.js';
import { openCapsule, openQuestion } from './open-capsule.js';
import { tellParties } from './tell-parties.js';

/** What to ask about which handover. */
export type AskHandoverQuestion = {
  readonly capsuleId: HandoverCapsuleId;
  readonly words: string;
  readonly idempotencyKey: string | undefined;
};

/** Asks whoever hands over, and lets them know; twice with one key is once. */
export function askHandoverQuestion(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  asked: AskHandoverQuestion,
) {
  const { idempotencyKey: key, ...input } = asked;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'askHandoverQuestion', input },
    async ({ handoverContents }, id) => handoverContents.findQuestion(id as HandoverQuestionId),
    async (unit) => {
      const now = clock.now();
      const { capsuleId } = input;
      const facts = await openCapsule(unit, actor, { capsuleId, action: 'ASK' }, now);
      if (!facts.ok) return facts;
      const { questionMax, questionsMax } = currentHandoverRules;
      const words = checkWords(input.words, questionMax);
      if (!words.ok) return words;
      if ((await unit.handoverContents.listQuestions([capsuleId])).length >= questionsMax)
        return err(limitReached('There are as many questions as there can be. Better meet and talk.', questionsMax));
      const id: HandoverQuestionId = ids.ordered();
      const question = await unit.handoverContents.addQuestion({
        id,
        capsuleId,
        words: words.value,
        askedAt: now,
        answer: undefined,
        answeredBy: undefined,
        answeredAt: undefined,
        version: 1,
      });
      await tellParties(unit, facts.value.capsule, { notice: 'HANDOVER_CHANGED', to: 'OUTGOING', sourceId: id, now });
      return ok(question);
    },
  );
}

/** What to answer. */
export type AnswerHandoverQuestion = { readonly questionId: HandoverQuestionId; readonly words: string };

/** Answers what was asked, or changes the answer; whoever asked is told of it. */
export function answerHandoverQuestion({ transaction, clock, ids }: Deps, actor: Actor, input: AnswerHandoverQuestion) {
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openQuestion(unit, actor, input.questionId, now);
    if (!opened.ok) return opened;
    const words = checkWords(input.words, currentHandoverRules.wordsMax);
    if (!words.ok) return words;
    const { facts, question } = opened.value;
    const answered = { ...question, answer: words.value, answeredBy: memberOf(actor), answeredAt: now };
    await tellParties(unit, facts.capsule, {
      notice: 'HANDOVER_CHANGED',
      to: 'SUCCESSOR',
      sourceId: ids.ordered(),
      now,
    });
    return ok(await unit.handoverContents.saveQuestion(answered));
  });
}
