import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { publishAchievement as publish, type AchievementId } from '../achievement.js';
import { achievementPolicy } from '../achievement.policy.js';

/** Publishes a draft and retires the version before; only an officer who did not write it may. */
export function publishAchievement(
  { transaction, clock }: Deps,
  actor: Actor,
  { achievementId }: { readonly achievementId: AchievementId },
) {
  return transaction(async ({ achievements }) => {
    const seen = await achievements.findVisibleLocked(actor, achievementId);
    if (seen === null) return err(notFound('Achievement'));
    const publisherId = memberOf(actor);
    if (publisherId === undefined || !achievementPolicy.can(actor, 'PUBLISH', seen))
      return err(notAllowed('PUBLISH', 'Achievement'));
    const series = await achievements.listSeries(actor, seen.seriesId);
    const before = series.find(({ status }) => status === 'PUBLISHED');
    const publication = publish(seen, before, { publisherId, now: clock.now() });
    if (!publication.ok) return publication;
    const { published, retired } = publication.value;
    if (retired !== undefined) await achievements.save(retired);
    return ok(await achievements.save(published));
  });
}
