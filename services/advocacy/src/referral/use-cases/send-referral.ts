import { addWorkingDays, conflict, err, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import { changeCaseStatus } from '../../case/case.js';
import { statusOf } from '../../department/department.js';
import { endWait } from '../../deadline/use-cases/end-wait.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';
import { tellDepartment } from './tell-people.js';
import { tellSystems } from './tell-systems.js';

/** Which referral to send. */
export type SendReferral = KeyedInput & { readonly referralId: ReferralId };

/** Sends a consented referral; from now on the department sees it, and the clock of its answer runs. */
export function sendReferral({ idempotentTransaction, clock, ids, vault }: Deps, actor: Actor, input: SendReferral) {
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'sendReferral', input),
    async ({ referrals }, id) => {
      const file = await referrals.findVisible(viewer, toId(id));
      return file === null ? null : { ...file, id: file.referral.id };
    },
    async (unit) => {
      const { cases, deadlines, departments, referrals } = unit;
      const now = clock.now();
      const file = await referrals.findVisible(viewer, input.referralId);
      const item = file === null ? null : await cases.findVisible(viewer, file.referral.caseId);
      if (file === null || item === null) return err(notFound('Referral'));
      if (!referralPolicy.can(viewer, 'SEND', file)) return err(notAllowed('SEND', 'Referral'));
      const sent = changeReferralStatus(file, 'SEND', now);
      if (!sent.ok) return sent;
      const [department] = await departments.listByIds([file.referral.departmentId]);
      if (department === undefined || statusOf(department) === 'CLOSED')
        return err(conflict('This department takes no new referrals any more. Withdraw this one and draft another.'));
      const waiting = changeCaseStatus(item, 'AWAIT_DEPARTMENT', now);
      if (!waiting.ok) return waiting;
      const rule = await deadlines.ruleAt(now);
      const referral = await referrals.save({
        ...sent.value.referral,
        dueAt: addWorkingDays(now, rule.departmentAnswerDays, rule.calendar),
      });
      await deadlines.add([
        {
          id: ids.random(),
          caseId: item.id,
          kind: 'REFERRAL',
          startsAt: now,
          dueAt: referral.dueAt ?? now,
          metAt: undefined,
          ruleVersion: rule.version,
          terms: { measure: 'WORKING_DAYS', amount: rule.departmentAnswerDays },
          sourceId: referral.id,
        },
      ]);
      await endWait(unit, item.id, now);
      await cases.save(waiting.value);
      await tellDepartment(unit, referral, { reason: 'REFERRAL_SENT', sourceId: referral.id });
      await tellSystems(unit, ids, referral, { kind: 'referral.sent', occasion: `${referral.id}:sent`, now });
      return ok({ ...sent.value, referral, id: referral.id });
    },
  );
}
