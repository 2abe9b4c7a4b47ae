import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { achievementLifecycle, draftAchievement, type AchievementId } from '../achievement.js';
import { achievementPolicy } from '../achievement.policy.js';

/** Begins the next version of a published achievement as its copy; a draft that is already being written is returned. */
export function draftAchievementVersion(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { achievementId }: { readonly achievementId: AchievementId },
) {
  return transaction(async ({ achievements }) => {
    const seen = await achievements.findVisibleLocked(actor, achievementId);
    if (seen === null) return err(notFound('Achievement'));
    const authorId = memberOf(actor);
    if (authorId === undefined || !achievementPolicy.can(actor, 'DRAFT_VERSION', seen))
      return err(notAllowed('DRAFT_VERSION', 'Achievement'));
    if (!achievementLifecycle.can('DRAFT_VERSION', seen, clock.now()))
      return err(illegalTransition('DRAFT_VERSION', seen.status));
    const series = await achievements.listSeries(actor, seen.seriesId);
    const inWork = series.find(({ status }) => status === 'DRAFT');
    if (inWork !== undefined) return ok(inWork);
    const number = Math.max(...series.map((one) => one.number)) + 1;
    return ok(
      await achievements.add(draftAchievement(seen, { id: ids.ordered(), seriesId: seen.seriesId, number, authorId })),
    );
  });
}
