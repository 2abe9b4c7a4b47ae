import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { changeConnection } from './change-connection.js';

/** Takes back a request of the viewer's own, answered or not. */
export function withdrawConnection(deps: Deps, actor: Actor, { memberId }: { readonly memberId: MemberId }) {
  return changeConnection(deps, actor, memberId, { action: 'WITHDRAW' });
}
