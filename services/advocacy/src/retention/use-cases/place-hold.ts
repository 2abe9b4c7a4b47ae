import { actorKey, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { canRetain, type HoldBasis } from '../retention.js';
import { retentionPolicy } from '../retention.policy.js';

/** Why which case must be kept. */
export type PlaceHold = { readonly caseId: CaseId; readonly basis: HoldBasis };

/** Keeps a case from being erased, for one of the two listed reasons; the student sees it. */
export function placeHold({ transaction, clock, ids, vault }: Deps, actor: Actor, { caseId, basis }: PlaceHold) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, inbox, retentions }) => {
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!retentionPolicy.can(viewer, 'PLACE_HOLD', item)) return err(notAllowed('PLACE_HOLD', 'Case'));
    await retentions.lock(caseId);
    const standing = (await retentions.listHolds([caseId])).filter(({ liftedAt }) => liftedAt === undefined);
    if (!canRetain('PLACE_HOLD', item, standing) || standing.some((hold) => hold.basis === basis))
      return err(illegalTransition('PLACE_HOLD', basis));
    const hold = { id: ids.random<'Hold'>(), caseId, basis, placedAt: clock.now(), liftedAt: undefined };
    await retentions.addHold(hold, vault.alias(actorKey(actor)));
    // The version moves, so that an erasure at the same moment and this hold cannot both be done.
    const saved = await cases.save(item);
    await inbox.tellStudent({ ...saved, caseId }, { reason: 'CASE_STATUS', sourceId: hold.id });
    return ok(saved);
  });
}
