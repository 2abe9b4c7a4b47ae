import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { tellOfShift } from '../../signup/use-cases/tell-of-shift.js';
import { shiftPolicy } from '../shift.policy.js';
import { callOff, type ShiftFacts, type ShiftId } from '../shift.js';

/** Calls a shift off with the reason; whoever signed up is told and free. */
export function cancelShift(
  { transaction, clock }: Deps,
  actor: Actor,
  { shiftId, reason }: { readonly shiftId: ShiftId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const facts = await unit.shifts.findFactsLocked(actor, shiftId);
    if (facts === null) return err(notFound('Shift'));
    if (!shiftPolicy.can(actor, 'CALL_OFF', facts)) return err(notAllowed('CALL_OFF', 'Shift'));
    return callOffShift(unit, facts, { reason, now: clock.now() });
  });
}

/** Calls a shift off in a transaction that holds its lock. */
export async function callOffShift(
  unit: Unit<Repositories>,
  facts: ShiftFacts,
  { reason, now }: { readonly reason: string; readonly now: Date },
) {
  const cancelled = callOff(facts, reason, now);
  if (!cancelled.ok) return cancelled;
  const memberIds = await unit.signups.voidLive(facts.shift.id);
  await tellOfShift(unit, { sourceId: facts.shift.id, memberIds, now });
  return ok(await unit.shifts.save(cancelled.value));
}
