import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { canRetain } from '../retention.js';
import { retentionPolicy } from '../retention.policy.js';

/** Erases one's own case that is over, before its time, when nothing holds it. It cannot be undone. */
export function askErasure({ transaction, clock, vault }: Deps, actor: Actor, { caseId }: { readonly caseId: CaseId }) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, retentions }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!retentionPolicy.can(viewer, 'ASK_ERASURE', item)) return err(notAllowed('ASK_ERASURE', 'Case'));
    await retentions.lock(caseId);
    const standing = (await retentions.listHolds([caseId])).filter(({ liftedAt }) => liftedAt === undefined);
    if (!canRetain('ASK_ERASURE', item, standing))
      return err(illegalTransition('ASK_ERASURE', standing[0]?.basis ?? item.status));
    await retentions.erase(item, { reason: 'STUDENT', now });
    return ok({ erasedAt: now });
  });
}
