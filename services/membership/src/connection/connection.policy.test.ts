import { describe, expect, it } from '@jest/globals';
import { fixedId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { connectionLifecycle, type Connection, type ConnectionAction } from './connection.js';
import { connectionPolicy } from './connection.policy.js';

const connection: Connection = {
  id: fixedId<'Connection'>(400),
  requesterId: memberIds.ada,
  addresseeId: memberIds.rosa,
  status: 'REQUESTED',
  message: undefined,
  requestedAt: new Date(0),
  expiresAt: new Date(1),
  connectedAt: undefined,
  closedAt: undefined,
  version: 1,
};

describe('who may do what to what is between ada, who asked, and rosa', () => {
  const expected: Readonly<Record<ConnectionAction, readonly ActorName[]>> = {
    ACCEPT: ['rosa'],
    ASK_BACK: ['rosa'],
    DECLINE: ['rosa'],
    WITHDRAW: ['ada'],
    EXPIRE: ['system'],
    REMOVE: ['ada', 'rosa'],
    BLOCK: ['ada', 'rosa'],
  };
  it.each(connectionLifecycle.actions)('%s', (action) => {
    expect(whoMay((actor) => connectionPolicy.can(actor, action, connection))).toEqual(expected[action]);
  });

  it('lets every active member ask, and the platform forget', () => {
    expect(whoMay(connectionPolicy.canAsk)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(whoMay(connectionPolicy.canForget)).toEqual(['system']);
  });
});
