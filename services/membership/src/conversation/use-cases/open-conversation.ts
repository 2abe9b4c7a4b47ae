import { err, memberOf, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { conversationPolicy } from '../conversation.policy.js';
import type { MemberId } from '../../member/member.js';

/**
 * The conversation with a connected member, made when it is first wanted; the other sees nothing of it before the first
 * message. Who is not connected, who blocked the viewer and who does not exist are answered alike.
 */
export function openConversation({ transaction }: Deps, actor: Actor, { memberId }: { readonly memberId: MemberId }) {
  return transaction(async ({ connections, conversations }) => {
    const viewerId = memberOf(actor);
    if (viewerId === undefined || !conversationPolicy.canOpen(actor, memberId)) return err(notFound('Connection'));
    const members = [viewerId, memberId] as const;
    const [isConnected, isBlocked] = [
      await connections.areConnected(...members),
      await connections.areBlocked(...members),
    ];
    if (!isConnected || isBlocked) return err(notFound('Connection'));
    const id = await conversations.openFor({ kind: 'CONNECTION', sourceId: memberId, members });
    const conversation = await conversations.findVisible(actor, id);
    return conversation === null ? err(notFound('Connection')) : ok(conversation);
  });
}
