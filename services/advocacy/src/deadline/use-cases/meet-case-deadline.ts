import { err, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { canCourse } from '../../course/course.js';
import { coursePolicy } from '../../course/course.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { isKeptByWorker } from '../deadline.js';

/** Which date was met. */
export type MeetCaseDeadline = { readonly caseId: CaseId; readonly deadlineId: Id<'Deadline'> };

/** Notes that a date of the university's procedure was met; promises of the service are met by what the service does. */
export function meetCaseDeadline(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId, deadlineId }: MeetCaseDeadline,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, deadlines }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!coursePolicy.can(viewer, 'MEET_DEADLINE', item)) return err(notAllowed('MEET_DEADLINE', 'Case'));
    const deadline = (await deadlines.listOf([caseId], now)).find(({ id }) => id === deadlineId);
    if (deadline === undefined) return err(notFound('Deadline'));
    const hasOwedDate = isKeptByWorker(deadline) && deadline.metAt === undefined;
    if (!canCourse('MEET_DEADLINE', item, { isReopeningAsked: false, hasOwedDate }))
      return err(illegalTransition('MEET_DEADLINE', item.status));
    await deadlines.meetOne(deadline, now);
    return ok(item);
  });
}
