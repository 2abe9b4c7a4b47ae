import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { takeFrom } from '../../assignment/use-cases/take-from.js';
import { caseLifecycle, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { activeWorker, viewerOf } from '../../sealing/viewer.js';
import type { TieKind } from '../wall.js';

/** From which case somebody steps back, and why. */
export type RecuseFromCase = { readonly caseId: CaseId; readonly tie: TieKind };

/**
 * Steps back from a case because of a tie to somebody in it. The case waits to be assigned again, the one who stepped
 * back is kept from it at once, and what they read stays in the ledger.
 */
export function recuseFromCase(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId, tie }: RecuseFromCase,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const { assignments, cases, inbox, walls } = unit;
    const now = clock.now();
    await walls.lock();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    const subject = activeWorker(viewer);
    if (subject === undefined || !casePolicy.can(viewer, 'RECUSE', item)) return err(notAllowed('RECUSE', 'Case'));
    if (!caseLifecycle.can('RECUSE', item, now)) return err(illegalTransition('RECUSE', item.status));
    await takeFrom(unit, item, { subject, reason: 'RECUSED', at: now });
    const id = ids.random<'CaseWall'>();
    await walls.raise({ id, caseId, subject, reason: 'TIE', tie, raisedBy: subject, raisedAt: now });
    for (const manager of await assignments.listManagers(item, now))
      await inbox.tell({ to: { kind: 'STAFF', subject: manager }, reason: 'CASE_STATUS', caseId, sourceId: id });
    return ok({ tie });
  });
}
