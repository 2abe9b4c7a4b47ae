import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { toAuthorPlaces } from '../../attempt/attempt.js';
import type { Deps } from '../../deps.js';
import type { Answer } from '../../question/judge.js';
import { campusDay } from '../campus-day.js';
import { answerCard, type CardSheet, type RecallCardId } from '../recall-card.js';
import { recallPolicy } from '../recall.policy.js';

/** Which card, and the answer; its choices are places as shown, from 1. */
export type AnswerRecallCard = { readonly cardId: RecallCardId; readonly answer: Answer };

/** Takes down the viewer's answer to a card that is due. */
export function answerRecallCard({ transaction, clock, campusZone }: Deps, actor: Actor, input: AnswerRecallCard) {
  return transaction(async ({ recall }) => {
    const now = clock.now();
    const memberId = memberOf(actor);
    const sheet = await recall.findSheet(actor, input.cardId);
    if (sheet === null || memberId === undefined) return err(notFound('RecallCard'));
    const { card, question, order } = sheet;
    if (!recallPolicy.can(actor, 'ANSWER', card)) return err(notAllowed('ANSWER', 'RecallCard'));
    const settings = await recall.findSettings(actor, memberId);
    const facts = { card, isPaused: settings?.pausedAt !== undefined, dueBefore: campusDay(now, campusZone).to };
    const answer = { ...input.answer, choices: toAuthorPlaces(order, input.answer.choices) };
    const answered = answerCard(facts, question, { answer, now });
    if (!answered.ok) return answered;
    return ok<CardSheet>({ question, order, card: await recall.save(answered.value) });
  });
}
