import { actorKey, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import type { HoldBasis } from '../retention.js';
import { retentionPolicy } from '../retention.policy.js';

/** Which hold on which case is lifted. */
export type LiftHold = { readonly caseId: CaseId; readonly basis: HoldBasis };

/** Lifts a hold. A case whose time was over meanwhile is erased by the next sweep. */
export function liftHold({ transaction, clock, vault }: Deps, actor: Actor, { caseId, basis }: LiftHold) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, retentions }) => {
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!retentionPolicy.can(viewer, 'LIFT_HOLD', item)) return err(notAllowed('LIFT_HOLD', 'Case'));
    await retentions.lock(caseId);
    const holds = await retentions.listHolds([caseId]);
    const hold = holds.find((one) => one.basis === basis && one.liftedAt === undefined);
    if (hold === undefined) return err(illegalTransition('LIFT_HOLD', basis));
    await retentions.liftHold(hold.id, { by: vault.alias(actorKey(actor)), now: clock.now() });
    return ok(await cases.save(item));
  });
}
