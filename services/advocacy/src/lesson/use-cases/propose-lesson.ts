import { err, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Case, CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { canHaveLesson, checkLesson, type Lesson } from '../lesson.js';
import { lessonPolicy } from '../lesson.policy.js';

/** A lesson of which case. */
export type ProposeLesson = { readonly caseId: CaseId; readonly words: string };

/** Proposes the lesson of a case, once it has an outcome; until it is published it can be proposed again in other words. */
export function proposeLesson(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId, words }: ProposeLesson,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, lessons }) => {
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!lessonPolicy.canPropose(viewer, item)) return err(notAllowed('PROPOSE_LESSON', 'Case'));
    if (!canHaveLesson(item)) return err(illegalTransition('PROPOSE_LESSON', item.status));
    const checked = checkLesson('words', words);
    if (!checked.ok) return checked;
    const lesson = lessonOf(ids.random(), item, { words: checked.value, now: clock.now() });
    await lessons.propose(lesson);
    return ok(lesson);
  });
}

/** A new lesson of a case. */
export function lessonOf(
  id: Id<'Lesson'>,
  { id: caseId, matter }: Pick<Case, 'id' | 'matter'>,
  { words, now }: { readonly words: string; readonly now: Date },
): Lesson {
  return {
    id,
    caseId,
    matter,
    words,
    status: 'PROPOSED',
    returnReason: undefined,
    proposedAt: now,
    decidedAt: undefined,
    shownAt: undefined,
    version: 1,
  };
}
