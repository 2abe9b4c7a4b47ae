import { isMember, isUnionOfficer, type Actor } from '@guildhall/kernel';
import { runsHost, speaksFor } from '../host/host.policy.js';
import { speaksForSql, type SqlScope } from '../host/host-scope.js';
import type { OpportunityAction, OpportunityFacts } from './opportunity.js';

/** What was opened is public; the rest is for the host and for union officers. Over the aliases `opportunity` and `host`. */
export function visibleOpportunities(actor: Actor): SqlScope {
  if (actor.kind === 'system' || isUnionOfficer(actor)) return { sql: 'true', parameters: {} };
  const { sql, parameters } = speaksForSql(actor, 'host');
  return { sql: `(opportunity.opened_at is not null or ${sql})`, parameters };
}

const runs = (actor: Actor, { host }: OpportunityFacts): boolean => runsHost(actor, host);
/** Whoever vets is a union officer who neither speaks for the host nor wrote the draft. */
const vets = (actor: Actor, { host, opportunity }: OpportunityFacts): boolean =>
  isUnionOfficer(actor) && !speaksFor(actor, host) && !isMember(actor, opportunity.draftedBy);

/** One line per right over an opportunity (domain 1.3, machine E). */
const rights: Readonly<Record<OpportunityAction, (actor: Actor, facts: OpportunityFacts) => boolean>> = {
  EDIT: runs,
  VET: vets,
  OPEN: runs,
  FILL: runs,
  REOPEN: runs,
  CLOSE: runs,
  PLAN_SHIFT: runs,
};

/** Who may do what to an opportunity. */
export const opportunityPolicy = {
  can: (actor: Actor, action: OpportunityAction, facts: OpportunityFacts): boolean => rights[action](actor, facts),
  /** What was checked is for those who answer for it. */
  canSeeVetting: runs,
};
