import { demoMembers, planDemoFeedback, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { currentFeedbackRules } from '../src/feedback/feedback-rules.js';
import { closeFeedbackTask } from '../src/feedback/use-cases/open-feedback.js';

/** Loads what those who attended said, the ends of windows that are still open, and choices about photos. */
export async function loadAfter(manager: EntityManager, union: DemoUnion, anchor: Date): Promise<void> {
  const feedback = planDemoFeedback(union, anchor);
  await insertRows(
    manager,
    'feedback_window',
    feedback.map(({ activityId, closesAt, isClosed, askedCount }) => ({
      activity_id: activityId,
      closes_at: closesAt,
      rules_version: currentFeedbackRules.version,
      asked_count: askedCount,
      closed_at: isClosed ? closesAt : null,
    })),
  );
  await insertRows(
    manager,
    'feedback',
    feedback.flatMap(({ activityId, answers }) =>
      answers.map(({ id, memberId, rating, text }) => ({
        id,
        activity_id: activityId,
        member_id: memberId ?? null,
        rating,
        body: text,
      })),
    ),
  );
  await addJobs(
    manager,
    feedback
      .filter(({ isClosed }) => !isClosed)
      .map(({ activityId, closesAt }) => ({
        task: closeFeedbackTask,
        payload: { activityId },
        runAt: closesAt,
        key: `${closeFeedbackTask}:${activityId}`,
      })),
  );
  await loadPhotoChoices(manager, union, anchor);
}

const choices = ['YES', 'YES', 'NO', 'ASK_ME', undefined] as const;

/** Most of those who come to the activities that the demo people run have chosen; who has not is asked. */
async function loadPhotoChoices(manager: EntityManager, union: DemoUnion, anchor: Date): Promise<void> {
  const organisers = new Set<string>([demoMembers.omar.memberId, demoMembers.uma.memberId]);
  const theirs = new Set(
    union.activities
      .filter(({ organiserId, startsAt }) => organisers.has(organiserId) && startsAt > anchor)
      .map(({ id }) => id),
  );
  const places = union.registrations.filter(
    ({ activityId, status }) => theirs.has(activityId) && status === 'CONFIRMED',
  );
  await insertRows(
    manager,
    'photo_choice',
    places.flatMap(({ id }, index) => {
      const choice = choices[index % choices.length];
      return choice === undefined ? [] : [{ registration_id: id, choice }];
    }),
  );
}
