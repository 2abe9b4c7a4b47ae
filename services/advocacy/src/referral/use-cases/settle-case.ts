import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { changeCaseStatus, type CaseId } from '../../case/case.js';
import { casePolicy, settlingTask } from '../../case/case.policy.js';

/** Ends, as the platform, a case's wait for departments once none owes an answer; a department changes its referral and never sees the case. */
export async function settleCase({ cases, referrals }: Unit<Repositories>, caseId: CaseId, now: Date): Promise<void> {
  const platform = { actor: systemActor(settlingTask), self: undefined };
  const item = await cases.findVisible(platform, caseId);
  const isOwed = await referrals.isAnswerOwed(caseId);
  if (item === null || item.status !== 'WAITING_DEPARTMENT' || isOwed || !casePolicy.can(platform, 'RESUME', item))
    return;
  const resumed = changeCaseStatus(item, 'RESUME', now);
  if (resumed.ok) await cases.save(resumed.value);
}
