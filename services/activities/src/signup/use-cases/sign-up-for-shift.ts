import {
  actorKey,
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { checkKey } from '../../registration/registration.js';
import { shiftPolicy } from '../../shift/shift.policy.js';
import { shiftLifecycle, type ShiftFacts, type ShiftId } from '../../shift/shift.js';
import { checkRole } from './check-training.js';
import { adultsOnly, checkMemberTime, collision, type PlaceRequest } from './take-place.js';
import { isLive, signUp } from '../signup.js';
import { tellOfShift } from './tell-of-shift.js';

/** For which shift and role; `confirmsAdult` says that one is of age, where that is asked. */
export type SignUpForShift = Omit<PlaceRequest, 'memberId'> & {
  readonly shiftId: ShiftId;
  readonly confirmsAdult: boolean;
  readonly idempotencyKey: string | undefined;
};

/** Takes a place in a role of a shift, or asks the host for one. Signing up twice is signing up once. */
export async function signUpForShift(deps: Deps, actor: Actor, { idempotencyKey: key, ...input }: SignUpForShift) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  const memberId = memberOf(actor);
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: actor.kind === 'anonymous' ? undefined : key, operation: 'signUpForShift', input },
    ({ signups }, id) => signups.findVisible(actor, toId(id)),
    async (unit) => {
      if (memberId !== undefined) await unit.signups.lockMember(memberId);
      const facts = await unit.shifts.findFactsLocked(actor, input.shiftId);
      if (facts === null) return err(notFound('Shift'));
      if (memberId === undefined || !shiftPolicy.can(actor, 'SIGN_UP', facts))
        return err(notAllowed('SIGN_UP', 'Shift'));
      return place(unit, deps, facts, { ...input, memberId });
    },
  );
}

async function place(
  unit: Unit<Repositories>,
  { clock, ids, campusZone: zone }: Pick<Deps, 'clock' | 'ids' | 'campusZone'>,
  facts: ShiftFacts,
  request: PlaceRequest & Pick<SignUpForShift, 'confirmsAdult'>,
) {
  const now = clock.now();
  const { memberId, roleId } = request;
  const before = await unit.signups.listOfMember(facts.shift.id, memberId);
  const live = before.find(isLive);
  if (live !== undefined) return ok(live);
  if (!shiftLifecycle.can('SIGN_UP', facts, now)) return err(illegalTransition('SIGN_UP', facts.opportunity.status));
  // Whom the host declined is not asked about again by signing up again.
  if (before.some(({ status }) => status === 'DECLINED')) return err(illegalTransition('SIGN_UP', 'DECLINED'));
  if (facts.opportunity.isAdultsOnly && !request.confirmsAdult) return err(adultsOnly());
  const open = await checkRole(unit, facts, request);
  if (!open.ok) return open;
  const time = await checkMemberTime({ ...unit, zone }, facts, request);
  if (!time.ok) return time;
  const added = await unit.signups.add(signUp(facts, { id: ids.ordered(), roleId, memberId }, now));
  if (added === null) return err(collision());
  if (added.status === 'REQUESTED')
    await tellOfShift(unit, { sourceId: added.id, memberIds: await unit.hosts.listPeople(facts.host, now), now });
  return ok(added);
}
