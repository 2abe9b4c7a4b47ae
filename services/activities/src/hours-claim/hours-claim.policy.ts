import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import { speaksFor } from '../host/host.policy.js';
import { speaksForSql, type SqlScope } from '../host/host-scope.js';
import type { ClaimFacts, HoursClaimAction } from './hours-claim.js';

/** One's own, and what was handed in to a host one speaks for. Over the aliases `claim` and `host`. */
export function visibleClaims(actor: Actor): SqlScope {
  if (actor.kind === 'system') return { sql: 'true', parameters: {} };
  const { sql, parameters } = speaksForSql(actor, 'host');
  return {
    sql: `(claim.member_id = :viewer or (claim.submitted_at is not null and ${sql}))`,
    parameters: { ...parameters, viewer: memberOf(actor) ?? null },
  };
}

const isOwn = (actor: Actor, { claim }: ClaimFacts): boolean => isMember(actor, claim.memberId);
/** Whoever verifies speaks for the host, and nobody verifies their own. */
const isOtherHost = (actor: Actor, facts: ClaimFacts): boolean => speaksFor(actor, facts.host) && !isOwn(actor, facts);

/** One line per right over a claim (domain 1.3, machine E). */
const rights: Readonly<Record<HoursClaimAction, (actor: Actor, facts: ClaimFacts) => boolean>> = {
  EDIT: isOwn,
  SUBMIT: isOwn,
  VERIFY: isOtherHost,
  QUERY: isOtherHost,
  REJECT: isOtherHost,
  VOID: isOtherHost,
};

/** Who may do what to a claim. */
export const hoursClaimPolicy = {
  can: (actor: Actor, action: HoursClaimAction, facts: ClaimFacts): boolean => rights[action](actor, facts),
  canClaim: (actor: Actor): boolean => memberOf(actor) !== undefined,
  /** Totals with names are for the person alone; everybody else has figures. */
  canSeeTotal: isMember,
};
