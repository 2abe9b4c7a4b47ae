import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import { circlePolicy } from '../../circle/circle.policy.js';
import type { Deps } from '../../deps.js';

/** Takes a wish back, if there is one; a proposal that waits can be answered all the same. */
export function withdrawCircleWish({ transaction }: Deps, actor: Actor, _input: object) {
  return transaction(async ({ circleWishes }) => {
    const memberId = memberOf(actor);
    if (memberId === undefined || !circlePolicy.canWish(actor)) return err(notAllowed('WISH', 'Circle'));
    await circleWishes.remove([memberId]);
    return ok(memberId);
  });
}
