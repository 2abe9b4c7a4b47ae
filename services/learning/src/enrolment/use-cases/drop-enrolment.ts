import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { withdrawWork } from '../../peer-review/use-cases/withdraw-work.js';
import { endEnrolment, type EnrolmentId } from '../enrolment.js';
import { enrolmentPolicy } from '../enrolment.policy.js';

/** Ends the viewer's enrolment by their choice; they may enrol again and then begin anew. */
export function dropEnrolment(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { enrolmentId }: { readonly enrolmentId: EnrolmentId },
) {
  return transaction(async (unit) => {
    const { enrolments } = unit;
    const now = clock.now();
    const seen = await enrolments.findJourney(actor, enrolmentId);
    if (seen === null) return err(notFound('Enrolment'));
    await enrolments.lockMember(seen.enrolment.memberId);
    // Read again under the lock: a fact may have completed it meanwhile.
    const journey = (await enrolments.findJourney(actor, enrolmentId)) ?? seen;
    if (!enrolmentPolicy.can(actor, 'DROP', journey.enrolment)) return err(notAllowed('DROP', 'Enrolment'));
    const dropped = endEnrolment(journey.enrolment, 'DROP', now);
    if (!dropped.ok) return dropped;
    await withdrawWork(unit, enrolmentId, { ids, now });
    return ok(await enrolments.save(journey, { ...journey, enrolment: dropped.value }));
  });
}
