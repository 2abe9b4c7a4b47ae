import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { OpportunityId } from '../opportunity/opportunity.js';
import type { Outlook, Shift, ShiftId, ShiftRole } from './shift.js';

/** A role with how many have a place in it. */
export type StaffedRole = ShiftRole & { readonly taken: number };

/** Shifts by id; nothing for the hidden. */
export function createShiftLoader(
  actor: Actor,
  shifts: Repositories['shifts'],
): DataLoader<ShiftId, Shift | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await shifts.listVisible(actor, ids)).map((shift) => [shift.id, shift]));
    return ids.map((id) => byId.get(id));
  });
}

/** The roles of shifts with how many have a place. */
export function createRoleLoader(shifts: Repositories['shifts']): DataLoader<ShiftId, readonly StaffedRole[]> {
  return new DataLoader(async (ids) => {
    const [roles, taken] = [await shifts.listRoles(ids), await shifts.countTaken(ids)];
    return ids.map((id) => (roles.get(id) ?? []).map((role) => ({ ...role, taken: taken.get(role.id) ?? 0 })));
  });
}

/** What opportunities need ahead. */
export function createOutlookLoader(shifts: Repositories['shifts'], now: Date): DataLoader<OpportunityId, Outlook> {
  return new DataLoader(async (ids) => {
    const outlooks = await shifts.listOutlooks(ids, now);
    return ids.map((id) => outlooks.get(id) ?? { nextShiftAt: undefined, placesLeft: 0 });
  });
}
