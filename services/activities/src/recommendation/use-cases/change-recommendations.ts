import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';

/** Switches the actor's own recommendations on or off. */
export function changeRecommendations({ transaction }: Deps, actor: Actor, { isOn }: { readonly isOn: boolean }) {
  return transaction(async ({ recommendations }) => {
    const memberId = memberOf(actor);
    if (memberId === undefined) return err(notAllowed('CHANGE', 'Recommendations'));
    await recommendations.saveChoice({ memberId, isOn });
    return ok({ isOn });
  });
}
