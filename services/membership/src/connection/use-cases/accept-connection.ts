import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { changeConnection } from './change-connection.js';
import { tellAccepted } from './request-connection.js';

/** Accepts a member's request; the asker is told. */
export function acceptConnection(deps: Deps, actor: Actor, { memberId }: { readonly memberId: MemberId }) {
  return changeConnection(deps, actor, memberId, { action: 'ACCEPT', after: tellAccepted });
}
