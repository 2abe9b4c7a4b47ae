import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { opportunityPolicy } from '../opportunity.policy.js';
import { advanceOpportunity, type OpportunityId } from '../opportunity.js';

type Which = { readonly opportunityId: OpportunityId };

/** Shows a vetted opportunity to everybody. */
export function openOpportunity(deps: Deps, actor: Actor, { opportunityId }: Which) {
  return advance(deps, actor, { opportunityId, action: 'OPEN' });
}

/** Says that nobody more is needed; shifts that are planned take place. */
export function fillOpportunity(deps: Deps, actor: Actor, { opportunityId }: Which) {
  return advance(deps, actor, { opportunityId, action: 'FILL' });
}

/** Lets people sign up again. */
export function reopenOpportunity(deps: Deps, actor: Actor, { opportunityId }: Which) {
  return advance(deps, actor, { opportunityId, action: 'REOPEN' });
}

function advance(
  { transaction, clock }: Deps,
  actor: Actor,
  { opportunityId, action }: Which & { readonly action: 'OPEN' | 'FILL' | 'REOPEN' },
) {
  return transaction(async ({ opportunities }) => {
    const facts = await opportunities.findFacts(actor, opportunityId);
    if (facts === null) return err(notFound('Opportunity'));
    if (!opportunityPolicy.can(actor, action, facts)) return err(notAllowed(action, 'Opportunity'));
    const advanced = advanceOpportunity(facts, action, clock.now());
    return advanced.ok ? ok(await opportunities.save(advanced.value)) : advanced;
  });
}
