import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { retireAchievement as retire, type AchievementId } from '../achievement.js';
import { achievementPolicy } from '../achievement.policy.js';

/** Takes an achievement out of use; what was issued for it stands. */
export function retireAchievement(
  { transaction, clock }: Deps,
  actor: Actor,
  { achievementId }: { readonly achievementId: AchievementId },
) {
  return transaction(async ({ achievements }) => {
    const seen = await achievements.findVisibleLocked(actor, achievementId);
    if (seen === null) return err(notFound('Achievement'));
    if (!achievementPolicy.can(actor, 'RETIRE', seen)) return err(notAllowed('RETIRE', 'Achievement'));
    const retired = retire(seen, clock.now());
    return retired.ok ? ok(await achievements.save(retired.value)) : retired;
  });
}
