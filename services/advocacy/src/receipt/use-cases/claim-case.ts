import { err, FieldChecks, notAllowed, notFound, ok, systemActor, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { takeFrom } from '../../assignment/use-cases/take-from.js';
import type { CaseId } from '../../case/case.js';
import { settlingTask } from '../../case/case.policy.js';
import { casePlaces } from '../../case/place.js';
import type { Deps, Repositories } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { claimed, digestOf } from '../receipt.js';
import { receiptPolicy } from '../receipt.policy.js';

/** The code of an anonymous case, and how its student wants to be called. */
export type ClaimCase = { readonly code: string; readonly contactName: string };

/**
 * Turns an anonymous case into the viewer's own named one; its code tells the status alone from then on. The name joins
 * the conflict check: whoever turns out to act for both sides loses both cases, which wait for other workers.
 */
export function claimCase({ transaction, clock, vault }: Deps, actor: Actor, { code, contactName }: ClaimCase) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const { cases, receipts, sealedTexts, walls } = unit;
    const found = await receipts.findByCode(digestOf(vault, code));
    const { self } = viewer;
    if (self === undefined) return err(notAllowed('CLAIM', 'Case'));
    if (found?.kind !== 'ANONYMOUS') return err(notFound('Receipt'));
    const { item, receiptId } = found;
    if (!receiptPolicy.canClaim(viewer, item)) return err(notAllowed('CLAIM', 'Case'));
    const name = new FieldChecks().text('contactName', contactName, { max: 120 }).finish(contactName.trim());
    if (!name.ok) return name;
    await walls.lock();
    const nameIndex = vault.nameIndex(name.value);
    await cases.save(claimed(item, self));
    await separate(unit, item.id, { nameIndex, at: clock.now() });
    await receipts.addStudentName(item.id, nameIndex);
    await receipts.narrow(receiptId);
    await receipts.carryReadings(item.id, item.student, self);
    await sealedTexts.write({ caseId: item.id, place: casePlaces.contactName, layer: 'IDENTITY' }, name.value);
    const named = await cases.findVisible(viewer, item.id);
    return named === null ? err(notFound('Receipt')) : ok(named);
  });
}

/** Takes both cases from whoever would stand on both sides, before walls are raised between them and it; the manager is told. */
async function separate(
  unit: Unit<Repositories>,
  claimedId: CaseId,
  { nameIndex, at }: { readonly nameIndex: string; readonly at: Date },
): Promise<void> {
  const platform = { actor: systemActor(settlingTask), self: undefined };
  for (const { caseId, subject } of await unit.receipts.listTorn(claimedId, nameIndex)) {
    const item = await unit.cases.findVisible(platform, caseId);
    if (item === null) continue;
    await takeFrom(unit, item, { subject, reason: 'WALLED', at });
    for (const manager of await unit.assignments.listManagers(item, at))
      await unit.inbox.tell({
        to: { kind: 'STAFF', subject: manager },
        reason: 'CASE_STATUS',
        caseId,
        sourceId: claimedId,
      });
  }
}
