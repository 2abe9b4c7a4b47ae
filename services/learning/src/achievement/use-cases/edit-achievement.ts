import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { achievementLifecycle, checkAchievement, type AchievementDraft, type AchievementId } from '../achievement.js';
import { achievementPolicy } from '../achievement.policy.js';
import { withKnownPaths } from './known-paths.js';

/** Which draft to change, and what it says from now on. */
export type EditAchievement = AchievementDraft & { readonly achievementId: AchievementId };

/** Changes a draft; what was published stays as it was. */
export function editAchievement(
  { transaction, clock }: Deps,
  actor: Actor,
  { achievementId, ...input }: EditAchievement,
) {
  return transaction(async (unit) => {
    const seen = await unit.achievements.findVisibleLocked(actor, achievementId);
    if (seen === null) return err(notFound('Achievement'));
    if (!achievementPolicy.can(actor, 'EDIT', seen)) return err(notAllowed('EDIT', 'Achievement'));
    if (!achievementLifecycle.can('EDIT', seen, clock.now())) return err(illegalTransition('EDIT', seen.status));
    const checked = await withKnownPaths(unit, actor, checkAchievement(input));
    return checked.ok ? ok(await unit.achievements.save({ ...seen, ...checked.value })) : checked;
  });
}
