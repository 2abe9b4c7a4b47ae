import { kFor } from '@guildhall/disclosure';
import { actorKey, err, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { lessonPolicy } from '../lesson.policy.js';
import { lessonLifecycle, type LessonReturnReason } from '../lesson.js';

/** What the second reading of which lesson comes to; without a reason to return it, it is published. */
export type DecideLesson = { readonly lessonId: Id<'Lesson'>; readonly returnReason: LessonReturnReason | undefined };

/** Publishes a lesson apart from its case, or sends it back. It is shown to everybody only when it points at nobody. */
export function decideLesson(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { lessonId, returnReason }: DecideLesson,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ lessons }) => {
    const now = clock.now();
    const lesson = await lessons.findWaiting(viewer, lessonId);
    if (lesson === null) return err(notFound('Lesson'));
    if (!lessonPolicy.canDecide(viewer)) return err(notAllowed('DECIDE', 'Lesson'));
    const action = returnReason === undefined ? 'PUBLISH' : 'RETURN';
    if (!lessonLifecycle.can(action, lesson, now)) return err(illegalTransition(action, lesson.status));
    await lessons.decide(lesson, returnReason, { by: vault.alias(actorKey(actor)), at: now });
    await lessons.showRipe(now, kFor('PUBLIC'));
    const status = returnReason === undefined ? ('PUBLISHED' as const) : ('RETURNED' as const);
    return ok({ ...lesson, status, returnReason, decidedAt: now, version: lesson.version + 1 });
  });
}
