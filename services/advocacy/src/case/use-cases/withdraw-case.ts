import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { endWait } from '../../deadline/use-cases/end-wait.js';
import type { Deps } from '../../deps.js';
import { changeReferralStatus } from '../../referral/referral.js';
import { viewerOf } from '../../sealing/viewer.js';
import { asSeenByStudent, changeCaseStatus, type CaseId } from '../case.js';
import { casePolicy } from '../case.policy.js';

/** Ends a case because the student wants no more of it. Every consent given in it ends with it, and so do the referrals. */
export function withdrawCase(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId }: { readonly caseId: CaseId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, deadlines, referrals, jobs }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'WITHDRAW', item)) return err(notAllowed('WITHDRAW', 'Case'));
    const withdrawn = changeCaseStatus(asSeenByStudent(item), 'WITHDRAW', now);
    if (!withdrawn.ok) return withdrawn;
    for (const file of await referrals.listOfCases(viewer, [caseId])) {
      const ended = changeReferralStatus(file, 'WITHDRAW', now);
      if (ended.ok) await referrals.save(ended.value.referral);
    }
    await endWait({ deadlines, jobs }, caseId, now);
    return ok(await cases.save({ ...withdrawn.value, outcome: 'WITHDRAWN' }));
  });
}
