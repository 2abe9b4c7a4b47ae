import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { codeFrom, digestOf } from '../receipt.js';
import { receiptPolicy } from '../receipt.policy.js';

/** Makes a code that tells the status of one's own case without a sign-in. The code before it ends. */
export function takeReceipt(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId }: { readonly caseId: CaseId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, receipts }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!receiptPolicy.canTake(viewer, item)) return err(notAllowed('TAKE_RECEIPT', 'Case'));
    const code = codeFrom(vault.digest({ operation: 'takeReceipt', seed: ids.random() }));
    // Two who take a code at the same time wait for one another at the case.
    await cases.save(item);
    await receipts.end(caseId, now);
    await receipts.add({
      id: ids.random(),
      caseId,
      kind: 'STATUS',
      codeDigest: digestOf(vault, code),
      openedCase: false,
      madeAt: now,
    });
    return ok({ code });
  });
}
