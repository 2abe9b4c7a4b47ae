import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { opportunityPolicy } from '../opportunity.policy.js';
import { vetOpportunity as vet, type OpportunityId, type Vetting } from '../opportunity.js';

/** Which draft, and what was looked at. */
export type VetOpportunity = Omit<Vetting, 'vettedBy'> & { readonly opportunityId: OpportunityId };

/** Says that the partner and the safeguarding of an opportunity were looked at, by somebody who has no part in it. */
export function vetOpportunity(
  { transaction, clock }: Deps,
  actor: Actor,
  { opportunityId, ...found }: VetOpportunity,
) {
  return transaction(async ({ opportunities }) => {
    const facts = await opportunities.findFacts(actor, opportunityId);
    const vettedBy = memberOf(actor);
    if (facts === null) return err(notFound('Opportunity'));
    if (vettedBy === undefined || !opportunityPolicy.can(actor, 'VET', facts))
      return err(notAllowed('VET', 'Opportunity'));
    const vetted = vet(facts, { ...found, vettedBy }, clock.now());
    return vetted.ok ? ok(await opportunities.save(vetted.value)) : vetted;
  });
}
