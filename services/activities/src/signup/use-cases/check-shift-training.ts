import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import type { ShiftId } from '../../shift/shift.js';
import { lapseSignup } from '../signup.js';
import { tellOfShift } from './tell-of-shift.js';

const actor = systemActor('check-shift-training');

/**
 * Asks again, as the platform, when a shift begins: whoever lost the training that their role asks for has no place any
 * more but a request, and the host and they are told. A shift that was called off is left alone.
 */
export function checkShiftTraining({ transaction, clock }: Deps, { shiftId }: { readonly shiftId: ShiftId }) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.shifts.findFactsLocked(actor, shiftId);
    if (facts === null) return err(notFound('Shift'));
    // The queue's clock may run ahead of ours; the job then tries again.
    if (now < facts.shift.startsAt) return err(illegalTransition('LAPSE', 'EARLY'));
    const lapsed: MemberId[] = [];
    for (const signup of await unit.signups.listUntrained(shiftId)) {
      const asking = lapseSignup({ ...facts, signup }, now);
      if (!asking.ok) continue;
      await unit.signups.save(asking.value);
      lapsed.push(signup.memberId);
    }
    if (lapsed.length > 0) {
      const people = await unit.hosts.listPeople(facts.host, now);
      await tellOfShift(unit, { sourceId: shiftId, memberIds: [...lapsed, ...people], now });
    }
    return ok(facts.shift);
  });
}
