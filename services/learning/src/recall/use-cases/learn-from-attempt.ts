import { systemActor } from '@guildhall/kernel';
import type { AttemptSheet } from '../../attempt/attempt.js';
import type { Deps, FactUnit } from '../../deps.js';
import { memoryAfter, type Review } from '../memory.js';
import { defaultSettings, reviewFromQuiz, type RecallCard } from '../recall-card.js';
import type { LoggedReview } from '../recall-row.js';

const actor = systemActor('learn-from-attempt');

/**
 * Makes, inside the caller's transaction, every question that was answered in an attempt something to review. What was
 * known comes back later than what was not. Each card is made anew from its log, so that an attempt that the platform ended
 * late counts at the instant it ended.
 */
export async function learnFromAttempt(
  { recall }: Pick<FactUnit, 'recall'>,
  { attempt, questions }: AttemptSheet,
  { ids }: Pick<Deps, 'ids'>,
): Promise<void> {
  const answered = questions.filter(({ answer }) => answer !== undefined);
  const { memberId, quizId, endedAt } = attempt;
  if (answered.length === 0 || endedAt === undefined) return;
  await recall.lockMember(memberId);
  const { retentionPercent } = (await recall.findSettings(actor, memberId)) ?? defaultSettings(memberId);
  const keys = answered.map(({ question }) => question.key);
  const known = new Map((await recall.listWithLog(actor, memberId, keys)).map((card) => [card.questionKey, card]));
  const cards: RecallCard[] = [];
  const reviews: LoggedReview[] = [];
  for (const { question, isRight = false } of answered) {
    const before = known.get(question.key) ?? { id: ids.ordered<'RecallCard'>(), madeAt: endedAt, reviews: [] };
    const rating = reviewFromQuiz(memoryAfter(before.madeAt, before.reviews), isRight, endedAt);
    if (rating === undefined) continue;
    const review: Review = { id: ids.ordered(), rating, reviewedAt: endedAt, retentionPercent };
    const memory = memoryAfter(before.madeAt, [...before.reviews, review]);
    const { id, madeAt } = before;
    const blank = { answer: undefined, isRight: undefined, version: 1 };
    cards.push({ ...memory, ...blank, id, memberId, quizId, questionKey: question.key, madeAt });
    reviews.push({ ...review, cardId: id, memberId, source: 'QUIZ', wasRight: isRight });
  }
  await recall.putMemories(cards);
  await recall.log(reviews);
}
