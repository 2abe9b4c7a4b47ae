import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { confirmAuthority } from '../authority.js';
import { authorityPolicy } from '../authority.policy.js';

/** The student confirms a case that was opened for them; from then on it can be shared like any other, with their consent. */
export function confirmCase(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId }: { readonly caseId: CaseId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ authorities, cases }) => {
    const item = await cases.findVisible(viewer, caseId);
    const [authority] = await authorities.listOf([caseId]);
    if (item === null || authority === undefined) return err(notFound('Case'));
    if (!authorityPolicy.canConfirm(viewer, item)) return err(notAllowed('CONFIRM', 'Case'));
    const confirmed = confirmAuthority(authority, clock.now());
    if (!confirmed.ok) return confirmed;
    await authorities.confirm(confirmed.value);
    return ok(await cases.save({ ...item, unconfirmedSince: undefined }));
  });
}
