import { conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupLifecycle } from '../../group/group.js';
import { expiryOf, settleAdmission, type AdmissionId } from '../admission.js';
import { admissionPolicy } from '../admission.policy.js';
import { admitMember } from './admit-member.js';
import { findAdmission } from './find-admission.js';

/** Lets somebody in who asked, or takes up an invitation of one's own. */
export function acceptAdmission(
  { transaction, clock }: Deps,
  actor: Actor,
  { admissionId }: { readonly admissionId: AdmissionId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const found = await findAdmission(unit, actor, admissionId);
    if (found === null) return err(notFound('Admission'));
    const { admission, group } = found;
    if (!admissionPolicy.can(actor, 'ACCEPT', admission)) return err(notAllowed('ACCEPT', 'Admission'));
    const accepted = settleAdmission(admission, 'ACCEPT', now);
    if (!accepted.ok) return accepted;
    if (!groupLifecycle.can('JOIN', await unit.groups.readFacts(group, now), now))
      return err(illegalTransition('ACCEPT', group.status));
    const { memberId, groupId } = admission;
    if (!(await unit.members.isActive(memberId))) return err(conflict('This person is not a member of the union now.'));
    await unit.admissions.save(accepted.value);
    await unit.jobs.cancel(expiryOf(admission).key);
    const admitted = await admitMember(unit, group, { memberId, now });
    if (admission.kind === 'REQUEST')
      await unit.notifications.tell({
        to: memberId,
        reason: 'GROUP_REQUEST_DECIDED',
        sourceId: admission.id,
        subject: { kind: 'GROUP', id: groupId },
        groupId,
      });
    return ok(admitted);
  });
}
