import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { venuePolicy } from '../../venue/venue.policy.js';
import { planEquipment, type EquipmentPlan } from '../equipment.js';

/** Adds equipment; those who look after venues look after it. */
export function addEquipment({ transaction, ids }: Deps, actor: Actor, plan: EquipmentPlan) {
  return transaction(async ({ equipment }) => {
    if (!venuePolicy.canAdd(actor)) return err(notAllowed('ADD', 'Equipment'));
    const planned = planEquipment({ ...plan, id: ids.ordered(), version: 1 });
    return planned.ok ? ok(await equipment.add(planned.value)) : planned;
  });
}
