import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { achievementLifecycle, type AchievementId } from '../achievement.js';
import { achievementPolicy } from '../achievement.policy.js';

/** Removes a draft for good, and answers what it was; what is published stays as it is. */
export function discardAchievement(
  { transaction, clock }: Deps,
  actor: Actor,
  { achievementId }: { readonly achievementId: AchievementId },
) {
  return transaction(async ({ achievements }) => {
    const seen = await achievements.findVisibleLocked(actor, achievementId);
    if (seen === null) return err(notFound('Achievement'));
    if (!achievementPolicy.can(actor, 'DISCARD', seen)) return err(notAllowed('DISCARD', 'Achievement'));
    if (!achievementLifecycle.can('DISCARD', seen, clock.now())) return err(illegalTransition('DISCARD', seen.status));
    await achievements.remove(seen.id);
    return ok(seen);
  });
}
