import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { openingLifecycle } from '../identity.js';

/** Closes the student's name and contact again before the time is over. */
export function closeIdentity(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId }: { readonly caseId: CaseId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, identities }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'OPEN_IDENTITY', item)) return err(notAllowed('CLOSE_IDENTITY', 'Case'));
    const [opening] = await identities.listOwn(viewer, [caseId]);
    if (opening === undefined || !openingLifecycle.can('CLOSE', opening, now))
      return err(illegalTransition('CLOSE_IDENTITY', 'CLOSED'));
    await identities.close(opening.id, now);
    return ok(item);
  });
}
