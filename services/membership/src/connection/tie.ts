import type { Block } from '../block/block.js';
import type { MemberId } from '../member/member.js';
import { connectionLifecycle, type Connection } from './connection.js';

/**
 * What is between a viewer and another member, as far as the viewer may know: their own block, and a connection or
 * request. What the other did in silence, a block or a decline, is not part of it.
 */
export type Tie = {
  readonly viewerId: MemberId;
  readonly memberId: MemberId;
  readonly connection: Connection | undefined;
  readonly block: Block | undefined;
};

/** Where a tie stands, seen from the viewer. */
export type TieState = 'NONE' | 'REQUESTED_BY_VIEWER' | 'REQUESTED_OF_VIEWER' | 'CONNECTED' | 'BLOCKED_BY_VIEWER';

/** What a viewer can do to a tie. */
export type TieAction = 'REQUEST' | 'ACCEPT' | 'DECLINE' | 'WITHDRAW' | 'REMOVE' | 'BLOCK' | 'UNBLOCK';

/** The tie behind a connection that the viewer has just read or changed. */
export function tieOf(viewerId: MemberId, connection: Connection, now: Date): Tie {
  const memberId = connection.requesterId === viewerId ? connection.addresseeId : connection.requesterId;
  return {
    viewerId,
    memberId,
    connection: isKnownTo(viewerId, connection, now) ? connection : undefined,
    block: undefined,
  };
}

/** Where the tie stands. */
export function tieState({ viewerId, connection, block }: Tie): TieState {
  if (block !== undefined) return 'BLOCKED_BY_VIEWER';
  if (connection === undefined) return 'NONE';
  if (connection.status === 'CONNECTED') return 'CONNECTED';
  return connection.requesterId === viewerId ? 'REQUESTED_BY_VIEWER' : 'REQUESTED_OF_VIEWER';
}

/** A silent request waits in its asker's eyes and is nothing in the other's; what is closed or over is nothing to both. */
function isKnownTo(viewerId: MemberId, connection: Connection, now: Date): boolean {
  if (connection.status === 'CONNECTED') return true;
  const waits = !connectionLifecycle.can('EXPIRE', connection, now) && connection.status !== 'CLOSED';
  return waits && (connection.status === 'REQUESTED' || connection.requesterId === viewerId);
}
