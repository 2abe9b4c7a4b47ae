/*
 * What those who attended say about an activity: a rating and a text, once each, for a while after attendance was closed.
 * Life: open, then closed, when every answer loses its member; organisers see answers only then and only of enough
 * people. Owner: activities.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ActivityId } from '../activity/activity.js';
import { currentFeedbackRules, type FeedbackRules } from './feedback-rules.js';

/** The id of an answer: random, and made anew when the window closes. */
export type FeedbackId = Id<'Feedback'>;

/** When people can answer, and how many were asked. */
export type FeedbackWindow = {
  readonly activityId: ActivityId;
  readonly closesAt: Date;
  readonly rulesVersion: number;
  readonly askedCount: number;
  /** When answers lost their members; absent before. */
  readonly closedAt: Date | undefined;
};

/** What somebody answers; the text may be empty. */
export type FeedbackAnswer = { readonly rating: number; readonly text: string };

const dayMs = 86_400_000;

/** Opens the window of an activity whose attendance is closed. */
export function openWindow(activityId: ActivityId, askedCount: number, now: Date): FeedbackWindow {
  const { version, openDays } = currentFeedbackRules;
  const closesAt = new Date(now.getTime() + openDays * dayMs);
  return { activityId, closesAt, rulesVersion: version, askedCount, closedAt: undefined };
}

/** Whether answers are taken. */
export const takesAnswers = ({ closesAt, closedAt }: FeedbackWindow, now: Date): boolean =>
  closedAt === undefined && now < closesAt;

/** Checks an answer. */
export function checkAnswer(
  { rating, text }: FeedbackAnswer,
  rules: FeedbackRules,
): Result<FeedbackAnswer, ValidationError> {
  return new FieldChecks()
    .whole('rating', rating, { min: 1, max: 5 })
    .text('text', text, { min: 0, max: rules.textMax })
    .finish({ rating, text: text.trim() });
}

/** How many answers there are of each rating, from 1 to 5. */
export type RatingCounts = readonly { readonly rating: number; readonly count: number }[];

/** What organisers may know: nothing while people answer, so that no answer shows by coming, and nothing of too few. */
export type FeedbackSummary = {
  readonly activityId: ActivityId;
  readonly askedCount: number;
  readonly answersMin: number;
  /** Absent while it is withheld. */
  readonly counts: RatingCounts | undefined;
};

/** What of the counts may be shown. */
export function summarise(window: FeedbackWindow, counts: RatingCounts, rules: FeedbackRules): FeedbackSummary {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const isShown = window.closedAt !== undefined && total >= rules.answersMin;
  return {
    activityId: window.activityId,
    askedCount: window.askedCount,
    answersMin: rules.answersMin,
    counts: isShown ? counts : undefined,
  };
}
