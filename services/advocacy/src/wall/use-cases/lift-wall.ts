import { actorKey, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { wallLifecycle, type WallId } from '../wall.js';
import { wallPolicy } from '../wall.policy.js';

/** Lifts a wall that a manager or a declared tie raised; one that stands for a fact stays. */
export function liftWall({ transaction, clock, vault }: Deps, actor: Actor, { wallId }: { readonly wallId: WallId }) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, walls }) => {
    const now = clock.now();
    const wall = await walls.find(viewer, wallId);
    const item = wall === undefined ? null : await cases.findQueued(viewer, wall.caseId);
    if (wall === undefined || item === null) return err(notFound('Wall'));
    if (!wallPolicy.canLift(viewer, item)) return err(notAllowed('LIFT', 'Wall'));
    const lifted = wallLifecycle.next('LIFT', wall, now);
    if (!lifted.ok) return err(illegalTransition('LIFT', wall.liftedAt === undefined ? 'STANDING' : 'LIFTED'));
    await walls.lift(wall.id, { by: actorKey(actor), at: now });
    return ok(item);
  });
}
