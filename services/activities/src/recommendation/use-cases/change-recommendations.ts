import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { recommendationPolicy } from '../recommendation.policy.js';

/** Switches the actor's own recommendations on or off. */
export function changeRecommendations({ transaction }: Deps, actor: Actor, { isOn }: { readonly isOn: boolean }) {
  return transaction(async ({ recommendations }) => {
    const memberId = memberOf(actor);
    const choice = memberId === undefined ? undefined : { memberId, isOn };
    if (choice === undefined || !recommendationPolicy.canChange(actor, choice))
      return err(notAllowed('CHANGE', 'Recommendations'));
    await recommendations.saveChoice(choice);
    return ok({ isOn });
  });
}
