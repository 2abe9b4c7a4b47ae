import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { Connection, ConnectionAction } from './connection.js';

const asks = (actor: Actor, { requesterId }: Connection): boolean => isMember(actor, requesterId);
const isAsked = (actor: Actor, { addresseeId }: Connection): boolean => isMember(actor, addresseeId);
const isOneOfBoth = (actor: Actor, connection: Connection): boolean =>
  asks(actor, connection) || isAsked(actor, connection);

/** One line per right over a connection (machine F2). It is a matter of two people and of nobody else. */
const rights: Readonly<Record<ConnectionAction, (actor: Actor, connection: Connection) => boolean>> = {
  ACCEPT: isAsked,
  ASK_BACK: isAsked,
  DECLINE: isAsked,
  WITHDRAW: asks,
  EXPIRE: ({ kind }) => kind === 'system',
  REMOVE: isOneOfBoth,
  BLOCK: isOneOfBoth,
};

/** Who may do what to a connection. */
export const connectionPolicy = {
  can: (actor: Actor, action: ConnectionAction, connection: Connection): boolean => rights[action](actor, connection),
  /** Any active member may ask another, and block anybody they can look up. */
  canAsk: (actor: Actor): boolean => memberOf(actor) !== undefined,
  /** What is long over is forgotten by the platform. */
  canForget: ({ kind }: Actor): boolean => kind === 'system',
};
