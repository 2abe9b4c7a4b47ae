import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { expiryOf, settleAdmission, type AdmissionId } from '../admission.js';
import { admissionPolicy } from '../admission.policy.js';
import { findAdmission } from './find-admission.js';

/** Refuses a request, of which its sender is told, or an invitation of one's own, of which nobody is. */
export function declineAdmission(
  { transaction, clock }: Deps,
  actor: Actor,
  { admissionId }: { readonly admissionId: AdmissionId },
) {
  return transaction(async (unit) => {
    const found = await findAdmission(unit, actor, admissionId);
    if (found === null) return err(notFound('Admission'));
    const { admission, group } = found;
    if (!admissionPolicy.can(actor, 'DECLINE', admission)) return err(notAllowed('DECLINE', 'Admission'));
    const declined = settleAdmission(admission, 'DECLINE', clock.now());
    if (!declined.ok) return declined;
    await unit.admissions.save(declined.value);
    await unit.jobs.cancel(expiryOf(admission).key);
    const { id, kind, memberId, groupId } = admission;
    if (kind === 'REQUEST')
      await unit.notifications.tell({
        to: memberId,
        reason: 'GROUP_REQUEST_DECIDED',
        sourceId: id,
        subject: { kind: 'GROUP', id: groupId },
        groupId,
      });
    return ok(group);
  });
}
