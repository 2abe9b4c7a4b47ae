import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { opportunityLifecycle, type OpportunityId } from '../../opportunity/opportunity.js';
import { opportunityPolicy } from '../../opportunity/opportunity.policy.js';
import { planShift as plan, type ShiftPlan } from '../shift.js';

/** Of which opportunity, and when for whom. */
export type PlanShift = ShiftPlan & { readonly opportunityId: OpportunityId };

/** Says when an opportunity needs people, and for what. */
export function planShift({ transaction, ids, clock }: Deps, actor: Actor, { opportunityId, ...planned }: PlanShift) {
  return transaction(async ({ opportunities, shifts, jobs }) => {
    const now = clock.now();
    const facts = await opportunities.findFacts(actor, opportunityId);
    if (facts === null) return err(notFound('Opportunity'));
    if (!opportunityPolicy.can(actor, 'PLAN_SHIFT', facts)) return err(notAllowed('PLAN_SHIFT', 'Opportunity'));
    if (!opportunityLifecycle.can('PLAN_SHIFT', facts, now))
      return err(illegalTransition('PLAN_SHIFT', facts.opportunity.status));
    const made = plan(planned, { id: ids.ordered(), opportunityId, roleId: () => ids.ordered() }, now);
    if (!made.ok) return made;
    const { shift, roles } = made.value;
    const check = { runAt: shift.startsAt, key: `check-shift-training:${shift.id}` };
    if (roles.some(({ requiredPathId }) => requiredPathId !== undefined))
      await jobs.enqueue('check-shift-training', { shiftId: shift.id }, check);
    return ok(await shifts.add(shift, roles));
  });
}
