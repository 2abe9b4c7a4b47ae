import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import { circlePolicy } from '../../circle/circle.policy.js';
import type { Deps } from '../../deps.js';
import { wishForCircle as wish, type CircleWishDraft } from '../circle-wish.js';

/** Wishes for a circle, or changes the wish; who waited longer keeps their place before others. */
export function wishForCircle({ transaction, clock }: Deps, actor: Actor, draft: CircleWishDraft) {
  return transaction(async ({ members, circleWishes }) => {
    const memberId = memberOf(actor);
    const own = await members.findOwn(actor);
    if (memberId === undefined || own === null || !circlePolicy.canWish(actor))
      return err(notAllowed('WISH', 'Circle'));
    const before = await circleWishes.findOwn(actor);
    const wished = wish(draft, { profile: own.member, before, memberId, now: clock.now() });
    if (wished.ok) await circleWishes.save(wished.value);
    return wished.ok ? ok(wished.value) : wished;
  });
}
