import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { withdrawWork } from '../../peer-review/use-cases/withdraw-work.js';
import { endEnrolment, enrolmentLifecycle, type EnrolmentId } from '../enrolment.js';

/**
 * Ends, as the platform, an enrolment whose time ran out. One that is completed or dropped is left alone; should its
 * completion be taken back later, it stays open, since the member was in time.
 */
export function expireEnrolment(
  { transaction, clock, ids }: Deps,
  { enrolmentId }: { readonly enrolmentId: EnrolmentId },
) {
  const actor = systemActor('expire-enrolment');
  return transaction(async (unit) => {
    const { enrolments } = unit;
    const now = clock.now();
    const seen = await enrolments.findJourney(actor, enrolmentId);
    if (seen === null) return err(notFound('Enrolment'));
    await enrolments.lockMember(seen.enrolment.memberId);
    const journey = (await enrolments.findJourney(actor, enrolmentId)) ?? seen;
    const { enrolment } = journey;
    if (!enrolmentLifecycle.transitions.EXPIRE.from.includes(enrolment.status)) return ok(enrolment);
    // The queue's clock may run ahead of ours; the job then tries again.
    const expired = endEnrolment(enrolment, 'EXPIRE', now);
    if (!expired.ok) return expired;
    await withdrawWork(unit, enrolmentId, { ids, now });
    return ok(await enrolments.save(journey, { ...journey, enrolment: expired.value }));
  });
}
