import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { ActivityId } from '../activity/activity.js';
import type { Repositories } from '../deps.js';
import type { FeedbackAnswer, FeedbackWindow, RatingCounts } from './feedback.js';

/** The loaders of feedback, for one request. */
export function createFeedbackLoaders(actor: Actor, feedback: Repositories['feedback']) {
  return {
    feedbackWindows: new DataLoader<ActivityId, FeedbackWindow | undefined>(async (ids) => {
      const byActivity = new Map((await feedback.listWindows(ids)).map((window) => [window.activityId, window]));
      return ids.map((id) => byActivity.get(id));
    }),
    /** The viewer's own answers. */
    ownFeedback: new DataLoader<ActivityId, FeedbackAnswer | undefined>(async (ids) => {
      const own = await feedback.listOwn(actor, ids);
      return ids.map((id) => own.get(id));
    }),
    /** How often each rating was given; whether it may be shown is decided by whoever asks. */
    ratingCounts: new DataLoader<ActivityId, RatingCounts>(async (ids) => {
      const counts = await feedback.countRatings(ids);
      return ids.map((id) => counts.get(id) ?? []);
    }),
  };
}
