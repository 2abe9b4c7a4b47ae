import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { changeConnection } from './change-connection.js';

/** Ends a connection of the viewer's without a word to the other. */
export function removeConnection(deps: Deps, actor: Actor, { memberId }: { readonly memberId: MemberId }) {
  return changeConnection(deps, actor, memberId, { action: 'REMOVE' });
}
