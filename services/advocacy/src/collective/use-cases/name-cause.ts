import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { isUnderWay } from '../../course/course.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import type { Cause } from '../collective.js';
import { collectivePolicy } from '../collective.policy.js';

/** What a case comes from, coarsely, and which department it lies with. */
export type NameCause = { readonly caseId: CaseId; readonly cause: Cause; readonly departmentId: Id<'Department'> };

/** Names the cause of a case; correcting it asks the student again whether it may be counted. */
export function nameCause(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId, cause, departmentId }: NameCause,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, collectives, departments }) => {
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!collectivePolicy.canName(viewer, item)) return err(notAllowed('NAME_CAUSE', 'Case'));
    if (!isUnderWay(item) && (item.status !== 'CLOSED' || item.dataKey === undefined))
      return err(illegalTransition('NAME_CAUSE', item.status));
    const [department] = await departments.listByIds([departmentId]);
    const checked = new FieldChecks()
      .that(department !== undefined, 'departmentId', 'UNKNOWN', 'There is no such department.')
      .finish(item);
    if (!checked.ok) return checked;
    await collectives.nameCause({
      caseId,
      cause,
      departmentId,
      namedAt: clock.now(),
      consentedAt: undefined,
      version: 1,
    });
    return ok(item);
  });
}
