import { err, FieldChecks, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Case } from '../../case/case.js';
import { casePlaces } from '../../case/place.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { claimed, digestOf } from '../receipt.js';
import { receiptPolicy } from '../receipt.policy.js';

/** The code of an anonymous case, and how its student wants to be called. */
export type ClaimCase = { readonly code: string; readonly contactName: string };

/**
 * Turns an anonymous case into the viewer's own named one; its code tells the status alone from then on. The name joins
 * the conflict check: where the case worker turns out to act for the other side, the case goes back to the advice manager.
 */
export function claimCase({ transaction, vault }: Deps, actor: Actor, { code, contactName }: ClaimCase) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, receipts, sealedTexts }) => {
    const found = await receipts.findByCode(digestOf(vault, code));
    const { self } = viewer;
    if (self === undefined) return err(notAllowed('CLAIM', 'Case'));
    if (found?.kind !== 'ANONYMOUS') return err(notFound('Receipt'));
    const { item, receiptId } = found;
    if (!receiptPolicy.canClaim(viewer, item)) return err(notAllowed('CLAIM', 'Case'));
    const name = new FieldChecks().text('contactName', contactName, { max: 120 }).finish(contactName.trim());
    if (!name.ok) return name;
    await receipts.addStudentName(item.id, vault.nameIndex(name.value));
    const isWalledOff = item.assignee !== undefined && (await receipts.actsForOtherSide(item.id, item.assignee));
    const saved: Case = await cases.save(claimed(item, self, isWalledOff));
    await receipts.narrow(receiptId);
    await receipts.carryReadings(item.id, item.student, self);
    await sealedTexts.write({ caseId: item.id, place: casePlaces.contactName, layer: 'IDENTITY' }, name.value);
    return ok(saved);
  });
}
