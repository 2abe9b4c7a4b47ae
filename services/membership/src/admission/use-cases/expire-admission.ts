import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { settleAdmission, type AdmissionId } from '../admission.js';
import { findAdmission } from './find-admission.js';

/** Ends a request or an invitation that nobody answered in 30 days, as the platform. One that was answered is left alone. */
export function expireAdmission({ transaction, clock }: Deps, { admissionId }: { readonly admissionId: AdmissionId }) {
  return transaction(async (unit) => {
    const found = await findAdmission(unit, systemActor('expire-admission'), admissionId);
    if (found === null) return err(notFound('Admission'));
    // What was declined in silence looks waiting, and ends here for the group's side too.
    const { admission } = found;
    if (admission.status !== 'INVITED' && admission.status !== 'REQUESTED') return ok(admission);
    // The queue's clock may run ahead of ours; the guard then refuses and the job tries again.
    const expired = settleAdmission(admission, 'EXPIRE', clock.now());
    return expired.ok ? ok(await unit.admissions.save(expired.value)) : expired;
  });
}
