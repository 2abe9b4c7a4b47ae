import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { connectionPolicy } from '../../connection/connection.policy.js';
import type { MemberId } from '../../member/member.js';
import { pairFacts } from '../block-facts.js';

/** Takes a block of the viewer's back. What it ended stays ended, and what was asked meanwhile stays unseen. */
export function unblockMember({ transaction }: Deps, actor: Actor, { memberId }: { readonly memberId: MemberId }) {
  return transaction(async ({ connections, blocks, outbox }) => {
    const self = memberOf(actor);
    if (self === undefined || !connectionPolicy.canAsk(actor)) return err(notAllowed('UNBLOCK', 'Member'));
    await connections.lockPair(self, memberId);
    if (!(await blocks.remove(self, memberId))) return err(notFound('Block'));
    // The other may block this member too, which nobody but them learns: it takes the same statements to say so again.
    const stands = await connections.areBlocked(self, memberId);
    await outbox.append(stands ? 'BlockStood' : 'BlockEnded', ...pairFacts(self, memberId));
    return ok({ viewerId: self, memberId });
  });
}
