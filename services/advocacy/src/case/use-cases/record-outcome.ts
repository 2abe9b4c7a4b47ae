import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { coursePlaces } from '../../course/place.js';
import type { Deps } from '../../deps.js';
import { lessonOf } from '../../lesson/use-cases/propose-lesson.js';
import { endWait } from '../../deadline/use-cases/end-wait.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkLesson } from '../../lesson/lesson.js';
import type { Redress } from '../../course/course.js';
import { changeCaseStatus, checkText, type CaseId, type CaseOutcome } from '../case.js';
import { casePolicy } from '../case.policy.js';
import { casePlaces } from '../place.js';

/** How a case came out, with a plain summary for the student. */
export type RecordOutcome = {
  readonly caseId: CaseId;
  readonly outcome: CaseOutcome;
  readonly summary: string;
  /** What it brought the student. */
  readonly redress?: readonly Redress[] | null | undefined;
  /** What everybody can learn from it, without a word about the student. */
  readonly lesson?: string | null | undefined;
};

/** Records the outcome; the student accepts it, or the case goes on. */
export function recordOutcome(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId, outcome, summary, redress, lesson }: RecordOutcome,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, courses, deadlines, inbox, jobs, lessons, sealedTexts }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'RECORD_OUTCOME', item)) return err(notAllowed('RECORD_OUTCOME', 'Case'));
    const recorded = changeCaseStatus(item, 'RECORD_OUTCOME', now);
    if (!recorded.ok) return recorded;
    const text = checkText('summary', summary);
    if (!text.ok) return text;
    const learnt = lesson == null ? undefined : checkLesson('lesson', lesson);
    if (learnt?.ok === false) return learnt;
    await sealedTexts.write({ caseId, place: casePlaces.outcome, layer: 'CASE' }, text.value);
    await sealedTexts.write({ caseId, place: coursePlaces.outcome(item.stage), layer: 'CASE' }, text.value);
    await courses.decide(item, { outcome, redress: [...new Set(redress ?? [])], now });
    if (learnt !== undefined) await lessons.propose(lessonOf(ids.random(), item, { words: learnt.value, now }));
    await endWait({ deadlines, jobs }, caseId, now);
    const saved = await cases.save({ ...recorded.value, outcome });
    await inbox.tellStudent({ ...saved, caseId }, { reason: 'CASE_STATUS', sourceId: `${caseId}/${saved.version}` });
    return ok(saved);
  });
}
