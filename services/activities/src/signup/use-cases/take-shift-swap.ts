import {
  actorKey,
  err,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  validationError,
  type Actor,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { checkKey } from '../../registration/registration.js';
import { signupPolicy } from '../signup.policy.js';
import { advanceSignup, isLive, signUp, type SignupFacts, type SignupId } from '../signup.js';
import { checkTraining } from './check-training.js';
import { adultsOnly, checkMemberTime, collision } from './take-place.js';
import { tellOfShift } from './tell-of-shift.js';

/** Which place, and whether one knows what it overlaps. */
export type TakeShiftSwap = {
  readonly signupId: SignupId;
  readonly acceptsOverlap: boolean;
  readonly confirmsAdult: boolean;
  readonly idempotencyKey: string | undefined;
};

/** Takes over a place that somebody offers; exactly one person gets it. The host and whoever had it are told. */
export async function takeShiftSwap(deps: Deps, actor: Actor, { idempotencyKey: key, ...input }: TakeShiftSwap) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  const memberId = memberOf(actor);
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation: 'takeShiftSwap', input },
    ({ signups }, id) => signups.findVisible(actor, toId(id)),
    async (unit) => {
      const facts = await unit.signups.findFactsLocked(actor, input.signupId, memberId);
      if (facts === null) return err(notFound('ShiftSignup'));
      if (memberId === undefined || !signupPolicy.can(actor, 'TAKE_SWAP', facts))
        return err(notAllowed('TAKE_SWAP', 'ShiftSignup'));
      return takeOver(unit, deps, facts, { ...input, memberId });
    },
  );
}

async function takeOver(
  unit: Unit<Repositories>,
  { clock, ids, campusZone: zone }: Pick<Deps, 'clock' | 'ids' | 'campusZone'>,
  facts: SignupFacts,
  request: Omit<TakeShiftSwap, 'idempotencyKey'> & { readonly memberId: MemberId },
) {
  const now = clock.now();
  const { signup, shift, host, opportunity } = facts;
  const { memberId } = request;
  const passedOn = advanceSignup(facts, 'TAKE_SWAP', now);
  if (!passedOn.ok) return passedOn;
  if ((await unit.signups.listOfMember(shift.id, memberId)).some(isLive)) return err(alreadyThere);
  if (opportunity.isAdultsOnly && !request.confirmsAdult) return err(adultsOnly());
  const trained = await checkTraining(unit, facts, { roleId: signup.roleId, memberId });
  if (!trained.ok) return trained;
  const time = await checkMemberTime({ ...unit, zone }, facts, request);
  if (!time.ok) return time;
  await unit.signups.save(passedOn.value);
  const newcomer = { id: ids.ordered<'ShiftSignup'>(), roleId: signup.roleId, memberId, swapFromId: signup.id };
  const added = await unit.signups.add(signUp(facts, newcomer, now));
  if (added === null) return err(collision());
  const told = [signup.memberId, ...(await unit.hosts.listPeople(host, now))];
  await tellOfShift(unit, { sourceId: added.id, memberIds: told.filter((id) => id !== memberId), now });
  return ok(added);
}

const alreadyThere = validationError([
  { path: 'signupId', rule: 'CONTRADICTION', message: 'You have signed up for this shift already.' },
]);
