import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { appealStrike as appeal, type StrikeId } from '../strike.js';
import { strikePolicy } from '../strike.policy.js';

/** Against which strike, and what the member says. */
export type AppealStrike = { readonly strikeId: StrikeId; readonly words: string };

/** Appeals, once, against a strike of one's own. While the appeal waits the strike has no effect. */
export function appealStrike({ transaction, clock }: Deps, actor: Actor, { strikeId, words }: AppealStrike) {
  return transaction(async ({ strikes, activities }) => {
    const strike = await strikes.findVisibleLocked(actor, strikeId);
    const activity = strike === null ? null : await activities.findVisible(actor, strike.activityId);
    if (strike === null || activity === null) return err(notFound('Strike'));
    if (!strikePolicy.can(actor, 'APPEAL', { strike, activity })) return err(notAllowed('APPEAL', 'Strike'));
    const appealed = appeal(strike, words, clock.now());
    return appealed.ok ? ok(await strikes.save(appealed.value)) : appealed;
  });
}
