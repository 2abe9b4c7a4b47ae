import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { caseLifecycle, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import type { IdentityPurpose } from '../../sealing/sealing.js';
import { activeWorker, viewerOf } from '../../sealing/viewer.js';
import { openMs, type IdentityOpening } from '../identity.js';

/** Whose identity is to be opened, and for what. */
export type OpenIdentity = { readonly caseId: CaseId; readonly purpose: IdentityPurpose };

/** Opens the student's name and contact to their case worker for a stated purpose and a short time; every reading names that purpose in the ledger. */
export function openIdentity(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId, purpose }: OpenIdentity,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, identities }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    const subject = activeWorker(viewer);
    if (subject === undefined || !casePolicy.can(viewer, 'OPEN_IDENTITY', item))
      return err(notAllowed('OPEN_IDENTITY', 'Case'));
    if (!caseLifecycle.can('OPEN_IDENTITY', item, now)) return err(illegalTransition('OPEN_IDENTITY', item.status));
    const opening: IdentityOpening = {
      id: ids.random(),
      caseId,
      subject,
      purpose,
      openedAt: now,
      closesAt: new Date(now.getTime() + openMs),
      closedAt: undefined,
      version: 1,
    };
    await identities.open(opening);
    return ok(item);
  });
}
