import { err, illegalTransition, memberOf, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { circleLifecycle, type CircleAction, type CircleId } from '../circle.js';
import { circlePolicy } from '../circle.policy.js';

/** What somebody wants to do with which circle, and when. */
export type CircleStep = { readonly circleId: CircleId; readonly action: CircleAction; readonly now: Date };

/** A circle of the actor's if the action is possible now, locked until the transaction ends. */
export async function findOwnCircle(
  { circles }: Pick<Unit<Repositories>, 'circles'>,
  actor: Actor,
  { circleId, action, now }: CircleStep,
) {
  const facts = await circles.findVisibleLocked(actor, circleId);
  const memberId = memberOf(actor);
  // Whoever has no seat learns of no circle, so that who may not act is answered like who asks for one that is not there.
  if (facts === null || memberId === undefined || !circlePolicy.can(actor, action, facts))
    return err(notFound('Circle'));
  if (!circleLifecycle.can(action, facts, now)) return err(illegalTransition(action, facts.circle.status));
  return ok({ facts, memberId });
}
