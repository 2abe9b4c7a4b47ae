import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { opportunityPolicy } from '../opportunity.policy.js';
import { editOpportunity as edit, type OpportunityId, type OpportunityPlan } from '../opportunity.js';

/** Which draft, and what changes; absent fields stay as they are. */
export type EditOpportunity = { readonly opportunityId: OpportunityId; readonly changes: Partial<OpportunityPlan> };

/** Changes the words of a draft. */
export function editOpportunity(
  { transaction, clock }: Deps,
  actor: Actor,
  { opportunityId, changes }: EditOpportunity,
) {
  return transaction(async ({ opportunities }) => {
    const facts = await opportunities.findFacts(actor, opportunityId);
    if (facts === null) return err(notFound('Opportunity'));
    if (!opportunityPolicy.can(actor, 'EDIT', facts)) return err(notAllowed('EDIT', 'Opportunity'));
    const edited = edit(facts, changes, clock.now());
    return edited.ok ? ok(await opportunities.save(edited.value)) : edited;
  });
}
