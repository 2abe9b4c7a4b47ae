import { describe, expect, it } from '@jest/globals';
import { inputDigest } from '@guildhall/subgraph';
import { actors, fixedId, memberIds } from '../../test/personas.js';
import { conversationLifecycle, type Conversation } from './conversation.js';
import { keyedRequest } from './keyed-request.js';
import { deletableMs, messageLifecycle, writeMessage, type Message } from './message.js';

const now = new Date('2026-10-05T09:00:00Z');
const conversation: Conversation = {
  id: fixedId<'Conversation'>(1),
  kind: 'CONNECTION',
  sourceId: fixedId<'Connection'>(2),
  viewerId: memberIds.ada,
  status: 'OPEN',
  lastAt: now,
  lastNumber: 3,
  afterNumber: 0,
  readNumber: 1,
  unreadCount: 2,
  isMuted: false,
  showsReading: false,
};
const made = {
  id: fixedId<'Message'>(3),
  conversationId: conversation.id,
  number: 4,
  authorId: memberIds.ada,
  writtenAt: now,
};
const message: Message = { ...made, body: 'Hello.', status: 'SENT', removalReason: undefined };

describe('a conversation', () => {
  it('takes messages and settings while it is open, and can be read and hidden ever after', () => {
    const possible = (status: Conversation['status']) =>
      conversationLifecycle.possible({ ...conversation, status }, now);
    expect(possible('OPEN')).toEqual(['SEND', 'READ', 'CHANGE_SETTINGS', 'HIDE']);
    for (const status of ['CLOSED', 'LEFT'] as const) expect(possible(status)).toEqual(['READ', 'HIDE']);
  });
});

describe('a message', () => {
  it('can be taken back within the hour, reported while it is there, and moderated by the platform', () => {
    const possible = (status: Message['status'], ageMs = 0) =>
      messageLifecycle.possible({ ...message, status }, new Date(now.getTime() + ageMs));
    expect(possible('SENT', deletableMs)).toEqual(['DELETE', 'REPORT', 'HOLD', 'REMOVE']);
    expect(possible('SENT', deletableMs + 1)).toEqual(['REPORT', 'HOLD', 'REMOVE']);
    expect(possible('HELD')).toEqual(['DELETE', 'RESTORE', 'REMOVE']);
    expect(possible('REMOVED')).toEqual(['RESTORE']);
    expect(possible('DELETED')).toEqual([]);
  });

  it('is written without the spaces around it, or refused with its field named', () => {
    expect(writeMessage(' Hello. ', made)).toEqual({ ok: true, value: message });
    expect(writeMessage(' ', made)).toMatchObject({ error: { fields: [{ path: 'body', rule: 'REQUIRED' }] } });
  });

  it('is remembered under its key by a digest that nobody can test a guess against', () => {
    const digestOf = (idempotencyKey: string, body: string) =>
      inputDigest(keyedRequest(actors.ada, 'sendMessage', { idempotencyKey, body }).input);
    expect(digestOf('one', 'Yes.')).toBe(digestOf('one', 'Yes.'));
    expect(digestOf('one', 'Yes.')).not.toBe(digestOf('one', 'No.'));
    expect(digestOf('one', 'Yes.')).not.toBe(digestOf('two', 'Yes.'));
  });
});
