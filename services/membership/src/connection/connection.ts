/*
 * A connection: two members who want to know each other. Life: machine F2, from a request to being connected, and closed
 * without a word. Owner: membership; no other service ever learns who is connected with whom.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import { connectionLimits } from './connection-limits.js';

/** The id of a connection. */
export type ConnectionId = Id<'Connection'>;

/**
 * Where a connection stands. `SILENT` is a request that will never be answered, because it was declined or because its
 * addressee has blocked the asker: the asker sees it wait like any other, the addressee never sees it.
 */
export type ConnectionStatus = 'REQUESTED' | 'SILENT' | 'CONNECTED' | 'CLOSED';

/** A connection as stored. Why one is silent or closed is kept nowhere. */
export type Connection = {
  readonly id: ConnectionId;
  readonly requesterId: MemberId;
  readonly addresseeId: MemberId;
  readonly status: ConnectionStatus;
  /** What the asker wrote; gone when the request is. */
  readonly message: string | undefined;
  readonly requestedAt: Date;
  /** When a request that nobody answered ends. */
  readonly expiresAt: Date;
  readonly connectedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a connection. `ASK_BACK` is asking somebody who has asked already. */
export type ConnectionAction = 'ACCEPT' | 'ASK_BACK' | 'DECLINE' | 'WITHDRAW' | 'EXPIRE' | 'REMOVE' | 'BLOCK';

const waiting = ({ expiresAt }: Connection, now: Date): boolean => now < expiresAt;

/** Machine F2. A block closes what the blocker asked for or had, and leaves a request to the blocker without an answer. */
export const connectionLifecycle = defineLifecycle<Connection, ConnectionStatus, ConnectionAction>(
  {
    name: 'Connection',
    initial: ['REQUESTED', 'SILENT'],
    states: ['REQUESTED', 'SILENT', 'CONNECTED', 'CLOSED'],
    transitions: {
      ACCEPT: { from: ['REQUESTED'], to: ['CONNECTED'], guard: waiting },
      ASK_BACK: { from: ['REQUESTED', 'SILENT'], to: ['CONNECTED'], guard: waiting },
      DECLINE: { from: ['REQUESTED'], to: ['SILENT'], guard: waiting },
      WITHDRAW: { from: ['REQUESTED', 'SILENT'], to: ['CLOSED'] },
      EXPIRE: { from: ['REQUESTED', 'SILENT'], to: ['CLOSED'], guard: (connection, now) => !waiting(connection, now) },
      REMOVE: { from: ['CONNECTED'], to: ['CLOSED'] },
      BLOCK: { from: ['REQUESTED', 'SILENT', 'CONNECTED'], to: ['SILENT', 'CLOSED'] },
    },
  },
  ({ status }) => status,
);

/** Which of a member's connections: those that are made, the requests that wait for them, and the ones they sent. */
export type ConnectionList = 'CONNECTED' | 'ASKED_OF_MEMBER' | 'ASKED_BY_MEMBER';

/** A wish to be connected. */
export type ConnectionDraft = { readonly memberId: MemberId; readonly message: string | undefined };

/** Checks a request and makes it wait for an answer; for ever unanswered when the two are blocked. */
export function requestConnection(
  { memberId, message }: ConnectionDraft,
  made: { readonly id: ConnectionId; readonly by: MemberId; readonly now: Date; readonly isBlocked: boolean },
): Result<Connection, ValidationError> {
  const text = message?.trim() || undefined;
  return new FieldChecks()
    .text('message', text ?? '', { min: 0, max: connectionLimits.messageMax })
    .that(memberId !== made.by, 'memberId', 'CONTRADICTION', 'Choose somebody else than yourself.')
    .finish({
      id: made.id,
      requesterId: made.by,
      addresseeId: memberId,
      status: made.isBlocked ? ('SILENT' as const) : ('REQUESTED' as const),
      message: text,
      requestedAt: made.now,
      expiresAt: new Date(made.now.getTime() + connectionLimits.silenceMs),
      connectedAt: undefined,
      closedAt: undefined,
      version: 1,
    });
}

/** Moves a connection along machine F2. The words of a request end with it. */
export function changeConnection(
  connection: Connection,
  action: Exclude<ConnectionAction, 'BLOCK'>,
  now: Date,
): Result<Connection, IllegalTransitionError> {
  const status = connectionLifecycle.next(action, connection, now);
  return status.ok ? ok(withStatus(connection, status.value, now)) : status;
}

/** What a block leaves of a connection: nothing, or a request to the blocker that its asker sees wait. */
export function endByBlock(connection: Connection, blockerId: MemberId, now: Date): Connection {
  const asked = connection.status !== 'CONNECTED' && connection.addresseeId === blockerId;
  const status = connectionLifecycle.next('BLOCK', connection, now, asked ? 'SILENT' : 'CLOSED');
  return status.ok ? withStatus(connection, status.value, now) : connection;
}

/** How the asker may be told of a state: a silent request is a request. */
export function shownStatus(status: ConnectionStatus): Exclude<ConnectionStatus, 'SILENT'> {
  return status === 'SILENT' ? 'REQUESTED' : status;
}

function withStatus(connection: Connection, status: ConnectionStatus, now: Date): Connection {
  if (status === 'SILENT') return { ...connection, status };
  if (status === 'CONNECTED') return { ...connection, status, message: undefined, connectedAt: now };
  return { ...connection, status, message: undefined, closedAt: now };
}
