/*
 * A piece of equipment of the union, or several of one kind. Life: it stands; managed by union officers. Owner: activities.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { VenueBooker } from '../venue/venue.js';

/** The id of a kind of equipment. */
export type EquipmentId = Id<'Equipment'>;

/** What union officers decide about equipment. */
export type EquipmentPlan = {
  readonly name: string;
  /** Where it is fetched. */
  readonly place: string;
  /** How many there are of it. */
  readonly quantity: number;
  readonly bookedBy: VenueBooker;
};

/** Equipment as stored. */
export type Equipment = EquipmentPlan & { readonly id: EquipmentId; readonly version: number };

const quantityMax = 10_000;

/** Equipment under a plan, or every field of it that breaks a rule; paths begin with `prefix`. */
export function planEquipment(equipment: Equipment, prefix = ''): Result<Equipment, ValidationError> {
  return new FieldChecks()
    .text(`${prefix}name`, equipment.name, { min: 2, max: 120 })
    .text(`${prefix}place`, equipment.place, { min: 2, max: 200 })
    .whole(`${prefix}quantity`, equipment.quantity, { min: 1, max: quantityMax })
    .finish({ ...equipment, name: equipment.name.trim(), place: equipment.place.trim() });
}

/**
 * A change of equipment. One piece and several are booked by different rules, so one never becomes the other; and there
 * are never fewer than are promised.
 */
export function changeEquipment(
  equipment: Equipment,
  changes: Partial<EquipmentPlan>,
  promised: number,
): Result<Equipment, ValidationError> {
  const planned = planEquipment({ ...equipment, ...changes }, 'changes.');
  if (!planned.ok) return planned;
  const { quantity } = planned.value;
  const sentence = 'One piece and several are booked differently: add other equipment instead.';
  return new FieldChecks()
    .that((quantity === 1) === (equipment.quantity === 1), 'changes.quantity', 'CONTRADICTION', sentence)
    .that(quantity >= promised, 'changes.quantity', 'CONTRADICTION', `${promised} of it are booked at one time.`)
    .finish(planned.value);
}
