import { actorKey, err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { takeFrom } from '../../assignment/use-cases/take-from.js';
import { caseLifecycle, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';

/** Who is to be kept from which case. */
export type RaiseWall = { readonly caseId: CaseId; readonly subject: string };

/**
 * Keeps somebody of the advice service from a case. If they work on it, it is taken from them in the same moment. An
 * advice manager may keep themselves from a case only while another one is left to share it out.
 */
export function raiseWall({ transaction, clock, ids, vault }: Deps, actor: Actor, { caseId, subject }: RaiseWall) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const { assignments, cases, walls } = unit;
    const now = clock.now();
    await walls.lock();
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'RAISE_WALL', item)) return err(notAllowed('RAISE_WALL', 'Case'));
    if (!caseLifecycle.can('RAISE_WALL', item, now)) return err(illegalTransition('RAISE_WALL', item.status));
    const { isStaff } = await assignments.readColleague(subject, now);
    const managers = await assignments.listManagers(item, now);
    const checked = new FieldChecks()
      .that(isStaff, 'subject', 'UNKNOWN', 'Nobody of this sign-in name works for the advice service now.')
      .that(
        managers.some((one) => one !== subject),
        'subject',
        'CONTRADICTION',
        'Nobody would be left to share out this case.',
      )
      .finish(item);
    if (!checked.ok) return checked;
    const left = await takeFrom(unit, item, { subject, reason: 'WALLED', at: now });
    const raisedBy = actorKey(actor);
    await walls.raise({
      id: ids.random(),
      caseId,
      subject,
      reason: 'MANAGER',
      tie: undefined,
      raisedBy,
      raisedAt: now,
    });
    return ok(left);
  });
}
