import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import { speaksFor } from '../host/host.policy.js';
import { speaksForSql, type SqlScope } from '../host/host-scope.js';
import type { SignupAction, SignupFacts } from './signup.js';

/** One's own, those of a host one speaks for, and swaps one may take. Over the aliases `signup` and `host`. */
export function visibleSignups(actor: Actor): SqlScope {
  if (actor.kind === 'system') return { sql: 'true', parameters: {} };
  const { sql, parameters } = speaksForSql(actor, 'host');
  return {
    sql: `(signup.member_id = :viewer or ${sql} or
      (signup.status = 'SWAP_OFFERED' and cast(:viewer as uuid) is not null and (signup.swap_to_member_id is null or signup.swap_to_member_id = :viewer)))`,
    parameters: { ...parameters, viewer: memberOf(actor) ?? null },
  };
}

const isOwn = (actor: Actor, { signup }: SignupFacts): boolean => isMember(actor, signup.memberId);
const isSystem = ({ kind }: Actor): boolean => kind === 'system';
/** Nobody decides about themselves. */
const isOtherHost = (actor: Actor, facts: SignupFacts): boolean => speaksFor(actor, facts.host) && !isOwn(actor, facts);
const mayTake = (actor: Actor, facts: SignupFacts): boolean => {
  const taker = memberOf(actor);
  const { swapToId } = facts.signup;
  return taker !== undefined && !isOwn(actor, facts) && (swapToId === undefined || swapToId === taker);
};

/** One line per right over a sign-up (domain 1.3, machine E). */
const rights: Readonly<Record<SignupAction, (actor: Actor, facts: SignupFacts) => boolean>> = {
  ACCEPT: isOtherHost,
  DECLINE: isOtherHost,
  WITHDRAW: isOwn,
  OFFER_SWAP: isOwn,
  KEEP: isOwn,
  TAKE_SWAP: mayTake,
  RECORD: isOtherHost,
  CLAIM_HOURS: isOwn,
  LAPSE: isSystem,
  VOID: isSystem,
};

/** Who may do what to a sign-up. */
export const signupPolicy = {
  can: (actor: Actor, action: SignupAction, facts: SignupFacts): boolean => rights[action](actor, facts),
  /** What somebody has learned is theirs, and for whoever answers for what they do there. */
  canSeeTraining: (actor: Actor, facts: SignupFacts): boolean => isOwn(actor, facts) || speaksFor(actor, facts.host),
  /** Who it is: for themselves, for the host, and for whom they offer their place to by name. */
  canSeeMember: (actor: Actor, facts: SignupFacts): boolean =>
    isOwn(actor, facts) ||
    speaksFor(actor, facts.host) ||
    (facts.signup.swapToId !== undefined && isMember(actor, facts.signup.swapToId)),
};
