import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { hostLifecycle, type HostId } from '../../host/host.js';
import { hostPolicy } from '../../host/host.policy.js';
import { draftOpportunity as draft, type OpportunityPlan } from '../opportunity.js';

/** Whose opportunity, and what it is. */
export type DraftOpportunity = OpportunityPlan & { readonly hostId: HostId };

/** Writes down what a host offers, for a union officer to vet. */
export function draftOpportunity(
  { transaction, ids, clock }: Deps,
  actor: Actor,
  { hostId, ...plan }: DraftOpportunity,
) {
  return transaction(async ({ hosts, opportunities }) => {
    const host = await hosts.find(hostId);
    const draftedBy = memberOf(actor);
    if (host === null) return err(notFound('ServiceHost'));
    if (draftedBy === undefined || !hostPolicy.can(actor, 'DRAFT_OPPORTUNITY', host))
      return err(notAllowed('DRAFT_OPPORTUNITY', 'ServiceHost'));
    if (!hostLifecycle.can('DRAFT_OPPORTUNITY', host, clock.now()))
      return err(illegalTransition('DRAFT_OPPORTUNITY', host.status));
    const drafted = draft(plan, { id: ids.ordered(), hostId, draftedBy });
    return drafted.ok ? ok(await opportunities.add(drafted.value)) : drafted;
  });
}
