import { actorKey, err, memberOf, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkAchievement, draftAchievement as begin, type AchievementDraft } from '../achievement.js';
import { achievementPolicy } from '../achievement.policy.js';
import { withKnownPaths } from './known-paths.js';

/** What is to be written. */
export type DraftAchievement = { readonly draft: AchievementDraft; readonly idempotencyKey: string | undefined };

/** Writes a new achievement, a draft for somebody else to publish. */
export function draftAchievement(
  { idempotentTransaction, ids }: Deps,
  actor: Actor,
  { draft, idempotencyKey: key }: DraftAchievement,
) {
  return idempotentTransaction(
    {
      actor: actorKey(actor),
      key: actor.kind === 'anonymous' ? undefined : key,
      operation: 'draftAchievement',
      input: draft,
    },
    ({ achievements }, id) => achievements.findVisible(actor, toId(id)),
    async (unit) => {
      const authorId = memberOf(actor);
      if (authorId === undefined || !achievementPolicy.canDraft(actor)) return err(notAllowed('DRAFT', 'Achievement'));
      const checked = await withKnownPaths(unit, actor, checkAchievement(draft));
      if (!checked.ok) return checked;
      const by = {
        id: ids.ordered<'Achievement'>(),
        seriesId: ids.ordered<'AchievementSeries'>(),
        number: 1,
        authorId,
      };
      return ok(await unit.achievements.add(begin(checked.value, by)));
    },
  );
}
