import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { callOffShift } from '../../shift/use-cases/call-off-shift.js';
import { opportunityPolicy } from '../opportunity.policy.js';
import { closeOpportunity as close, type OpportunityId } from '../opportunity.js';

/** Which opportunity, and why. */
export type CloseOpportunity = { readonly opportunityId: OpportunityId; readonly reason: string };

/** Closes an opportunity for good. Its shifts that have not begun are called off, and whoever signed up is told. */
export function closeOpportunity(
  { transaction, clock }: Deps,
  actor: Actor,
  { opportunityId, reason }: CloseOpportunity,
) {
  return transaction(async (unit) => {
    const { opportunities, shifts } = unit;
    const now = clock.now();
    const facts = await opportunities.findFacts(actor, opportunityId);
    if (facts === null) return err(notFound('Opportunity'));
    if (!opportunityPolicy.can(actor, 'CLOSE', facts)) return err(notAllowed('CLOSE', 'Opportunity'));
    const closed = close(facts, reason, now);
    if (!closed.ok) return closed;
    const saved = await opportunities.save(closed.value);
    for (const shift of await shifts.listAheadLocked(opportunityId, now)) {
      const calledOff = await callOffShift(unit, { ...facts, shift }, { reason: closed.value.statusReason ?? '', now });
      if (!calledOff.ok) return calledOff;
    }
    return ok(saved);
  });
}
