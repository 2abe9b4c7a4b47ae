import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { connectionPolicy } from '../../connection/connection.policy.js';
import type { MemberId } from '../../member/member.js';

/** Takes a block of the viewer's back. What it ended stays ended, and what was asked meanwhile stays unseen. */
export function unblockMember({ transaction }: Deps, actor: Actor, { memberId }: { readonly memberId: MemberId }) {
  return transaction(async ({ connections, blocks }) => {
    const self = memberOf(actor);
    if (self === undefined || !connectionPolicy.canAsk(actor)) return err(notAllowed('UNBLOCK', 'Member'));
    await connections.lockPair(self, memberId);
    return (await blocks.remove(self, memberId)) ? ok({ viewerId: self, memberId }) : err(notFound('Block'));
  });
}
