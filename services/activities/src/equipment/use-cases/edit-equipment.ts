import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { peakUse } from '../../booking/free-items.js';
import type { Deps } from '../../deps.js';
import { venuePolicy } from '../../venue/venue.policy.js';
import { changeEquipment, type EquipmentId, type EquipmentPlan } from '../equipment.js';

/** Which equipment, and what changes; absent fields stay as they are. */
export type EditEquipment = { readonly equipmentId: EquipmentId; readonly changes: Partial<EquipmentPlan> };

/** Changes equipment. */
export function editEquipment({ transaction, clock }: Deps, actor: Actor, { equipmentId, changes }: EditEquipment) {
  return transaction(async ({ equipment, bookings }) => {
    const found = await equipment.findLocked(equipmentId);
    if (found === null) return err(notFound('Equipment'));
    if (!venuePolicy.canAdd(actor)) return err(notAllowed('EDIT', 'Equipment'));
    const promised = peakUse(await bookings.listLiveOfEquipment(equipmentId, { from: clock.now(), to: undefined }));
    const changed = changeEquipment(found, changes, promised);
    return changed.ok ? ok(await equipment.save(changed.value)) : changed;
  });
}
