import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { changeConnection } from './change-connection.js';

/** Turns a member's request down; to the asker it waits until it is over. */
export function declineConnection(deps: Deps, actor: Actor, { memberId }: { readonly memberId: MemberId }) {
  return changeConnection(deps, actor, memberId, { action: 'DECLINE' });
}
