import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkAchievement, draftAchievement as draft, type AchievementDraft } from '../achievement.js';
import { achievementPolicy } from '../achievement.policy.js';
import { withKnownPaths } from './known-paths.js';

/** Writes a new achievement, a draft for somebody else to publish. */
export function draftAchievement({ transaction, ids }: Deps, actor: Actor, input: AchievementDraft) {
  return transaction(async (unit) => {
    const authorId = memberOf(actor);
    if (authorId === undefined || !achievementPolicy.canDraft(actor)) return err(notAllowed('DRAFT', 'Achievement'));
    const checked = await withKnownPaths(unit, actor, checkAchievement(input));
    if (!checked.ok) return checked;
    const by = { id: ids.ordered<'Achievement'>(), seriesId: ids.ordered<'AchievementSeries'>(), number: 1, authorId };
    return ok(await unit.achievements.add(draft(checked.value, by)));
  });
}
