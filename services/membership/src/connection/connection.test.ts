import { describe, expect, it } from '@jest/globals';
import { actors, fixedId, memberIds } from '../../test/personas.js';
import {
  changeConnection,
  connectionLifecycle,
  endByBlock,
  requestConnection,
  shownStatus,
  type Connection,
  type ConnectionStatus,
} from './connection.js';
import { tieOf, tieState } from './tie.js';
import { tieActions } from './tie.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const inTime = new Date('2026-11-04T08:59:59Z');
const over = new Date('2026-11-04T09:00:00Z');
const { ada, rosa } = memberIds;
const made = { id: fixedId<'Connection'>(1), by: ada, now, isBlocked: false };

function connection(status: ConnectionStatus): Connection {
  const asked = requestConnection({ memberId: rosa, message: ' Coffee? ' }, made);
  if (!asked.ok) throw new Error('a good request');
  if (status === 'REQUESTED') return asked.value;
  return {
    ...asked.value,
    status,
    ...(status !== 'SILENT' && { message: undefined }),
    ...(status === 'CONNECTED' && { connectedAt: now }),
    ...(status === 'CLOSED' && { closedAt: now }),
  };
}

describe('a connection', () => {
  it.each<readonly [ConnectionStatus, readonly string[], readonly string[]]>([
    ['REQUESTED', ['ACCEPT', 'ASK_BACK', 'DECLINE', 'WITHDRAW', 'BLOCK'], ['WITHDRAW', 'EXPIRE', 'BLOCK']],
    ['SILENT', ['ASK_BACK', 'WITHDRAW', 'BLOCK'], ['WITHDRAW', 'EXPIRE', 'BLOCK']],
    ['CONNECTED', ['REMOVE', 'BLOCK'], ['REMOVE', 'BLOCK']],
    ['CLOSED', [], []],
  ])('that is %s allows %j in time and %j after 30 days, and nothing else', (status, early, late) => {
    expect(connectionLifecycle.possible(connection(status), inTime)).toEqual(early);
    expect(connectionLifecycle.possible(connection(status), over)).toEqual(late);
  });

  it('begins as a request for 30 days, without the spaces around its words', () => {
    expect(connection('REQUESTED')).toMatchObject({ message: 'Coffee?', status: 'REQUESTED', expiresAt: over });
    expect(requestConnection({ memberId: rosa, message: '  ' }, made)).toMatchObject({ value: { message: undefined } });
  });

  it('begins silent, and the same in all else, where one has blocked the other', () => {
    const silent = requestConnection({ memberId: rosa, message: ' Coffee? ' }, { ...made, isBlocked: true });
    expect(silent).toEqual({ ok: true, value: { ...connection('REQUESTED'), status: 'SILENT' } });
  });

  it.each([
    ['message', { memberId: rosa, message: 'x'.repeat(301) }],
    ['memberId', { memberId: ada, message: undefined }],
  ])('is refused with the field %s named', (path, draft) => {
    expect(requestConnection(draft, made)).toMatchObject({ error: { fields: [{ path }] } });
  });

  it('loses the words of its request when that is accepted or over', () => {
    expect(changeConnection(connection('REQUESTED'), 'ACCEPT', inTime)).toMatchObject({
      value: { status: 'CONNECTED', message: undefined, connectedAt: inTime },
    });
    for (const action of ['WITHDRAW', 'EXPIRE'] as const)
      expect(changeConnection(connection('SILENT'), action, over)).toMatchObject({
        value: { status: 'CLOSED', message: undefined, closedAt: over },
      });
  });

  it.each<readonly [ConnectionStatus, ConnectionStatus, ConnectionStatus]>([
    ['REQUESTED', 'CLOSED', 'SILENT'],
    ['SILENT', 'CLOSED', 'SILENT'],
    ['CONNECTED', 'CLOSED', 'CLOSED'],
    ['CLOSED', 'CLOSED', 'CLOSED'],
  ])('that is %s becomes %s when its asker blocks and %s when the other does', (from, asker, other) => {
    expect(endByBlock(connection(from), ada, now).status).toBe(asker);
    expect(endByBlock(connection(from), rosa, now).status).toBe(other);
  });
});

describe('what is between two members', () => {
  const seen = (status: ConnectionStatus, viewerId: typeof ada, at = inTime) => {
    const tie = tieOf(viewerId, connection(status), at);
    return [tieState(tie), tieActions(viewerId === ada ? actors.ada : actors.rosa, tie, at)];
  };

  it('is to the asker the same whether a request waits, was declined or is never seen', () => {
    expect(seen('REQUESTED', ada)).toEqual(['REQUESTED_BY_VIEWER', ['WITHDRAW', 'BLOCK']]);
    expect(seen('SILENT', ada)).toEqual(seen('REQUESTED', ada));
    expect(shownStatus('SILENT')).toBe('REQUESTED');
    for (const status of ['REQUESTED', 'SILENT', 'CLOSED'] as const)
      expect(seen(status, ada, over)).toEqual(['NONE', ['REQUEST', 'BLOCK']]);
  });

  it('is to the other a request while it waits, and nothing when it is silent', () => {
    expect(seen('REQUESTED', rosa)).toEqual(['REQUESTED_OF_VIEWER', ['ACCEPT', 'DECLINE', 'BLOCK']]);
    expect(seen('SILENT', rosa)).toEqual(['NONE', ['REQUEST', 'BLOCK']]);
    expect(seen('REQUESTED', rosa, over)).toEqual(['NONE', ['REQUEST', 'BLOCK']]);
  });

  it('is a connection to both alike', () => {
    expect(seen('CONNECTED', ada)).toEqual(['CONNECTED', ['REMOVE', 'BLOCK']]);
    expect(seen('CONNECTED', rosa)).toEqual(seen('CONNECTED', ada));
  });

  it('offers the one who blocked nothing but to take it back, and nothing to people who are no members', () => {
    const tie = { viewerId: ada, memberId: rosa, connection: undefined };
    const block = { blockerId: ada, blockedId: rosa, since: now, knownAs: 'Rosa' };
    expect(tieState({ ...tie, block })).toBe('BLOCKED_BY_VIEWER');
    expect(tieActions(actors.ada, { ...tie, block }, now)).toEqual(['UNBLOCK']);
    expect(tieActions(actors.carl, { ...tie, block: undefined }, now)).toEqual([]);
  });
});
