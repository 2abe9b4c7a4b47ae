import { actorKey, err, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { checkKey } from '../../registration/registration.js';
import { signupPolicy } from '../../signup/signup.policy.js';
import { signupLifecycle, type SignupFacts, type SignupId } from '../../signup/signup.js';
import { draftClaim, submitClaim } from '../hours-claim.js';
import { overlapError } from '../overlap-error.js';

/** Of which sign-up; how long where it was not as planned, and why where it was much longer. */
export type ClaimShiftHours = {
  readonly signupId: SignupId;
  readonly minutes: number | undefined;
  readonly longerBecause: string | undefined;
  readonly idempotencyKey: string | undefined;
};

/** Hands in the hours of a shift that was worked, in one step. Claiming twice is claiming once. */
export async function claimShiftHours(deps: Deps, actor: Actor, { idempotencyKey: key, ...input }: ClaimShiftHours) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation: 'claimShiftHours', input },
    ({ hoursClaims }, id) => hoursClaims.findVisible(actor, toId(id)),
    async (unit) => {
      const now = deps.clock.now();
      const facts = await unit.signups.findFactsLocked(actor, input.signupId);
      if (facts === null) return err(notFound('ShiftSignup'));
      if (!signupPolicy.can(actor, 'CLAIM_HOURS', facts)) return err(notAllowed('CLAIM_HOURS', 'ShiftSignup'));
      if (!signupLifecycle.can('CLAIM_HOURS', facts, now))
        return err(illegalTransition('CLAIM_HOURS', facts.signup.status));
      const [live] = await unit.hoursClaims.listOfSignups(actor, [input.signupId]);
      return live === undefined ? claim(unit, deps, facts, input) : ok(live);
    },
  );
}

async function claim(
  { hoursClaims }: Unit<Repositories>,
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  { signup, shift, opportunity, host }: SignupFacts,
  { minutes, longerBecause }: Omit<ClaimShiftHours, 'idempotencyKey'>,
) {
  const now = clock.now();
  const { startsAt, endsAt } = shift;
  const plan = {
    workedFrom: startsAt,
    workedTo: endsAt,
    minutes: minutes ?? Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
    what: opportunity.title,
    evidence: undefined,
    evidenceLink: undefined,
    longerBecause,
  };
  const { memberId, id: signupId } = signup;
  const drafted = draftClaim(plan, { id: ids.ordered(), memberId, hostId: host.id, signupId }, now);
  if (!drafted.ok) return drafted;
  const submitted = submitClaim({ claim: drafted.value, host }, now);
  if (!submitted.ok) return submitted;
  const overlap = await hoursClaims.findOverlap(submitted.value);
  if (overlap !== undefined) return err(overlapError(overlap));
  return ok(await hoursClaims.add(submitted.value));
}
