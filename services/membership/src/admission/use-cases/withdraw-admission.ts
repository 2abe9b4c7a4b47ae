import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { expiryOf, settleAdmission, type AdmissionId } from '../admission.js';
import { admissionPolicy } from '../admission.policy.js';
import { findAdmission } from './find-admission.js';

/** Takes back a request of one's own, or an invitation of a group one leads. */
export function withdrawAdmission(
  { transaction, clock }: Deps,
  actor: Actor,
  { admissionId }: { readonly admissionId: AdmissionId },
) {
  return transaction(async (unit) => {
    const found = await findAdmission(unit, actor, admissionId);
    if (found === null) return err(notFound('Admission'));
    const { admission, group } = found;
    if (!admissionPolicy.can(actor, 'WITHDRAW', admission)) return err(notAllowed('WITHDRAW', 'Admission'));
    const withdrawn = settleAdmission(admission, 'WITHDRAW', clock.now());
    if (!withdrawn.ok) return withdrawn;
    await unit.admissions.save(withdrawn.value);
    await unit.jobs.cancel(expiryOf(admission).key);
    return ok(group);
  });
}
