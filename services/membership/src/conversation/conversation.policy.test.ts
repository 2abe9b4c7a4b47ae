import { describe, expect, it } from '@jest/globals';
import { fixedId, memberIds, whoMay } from '../../test/personas.js';
import { conversationLifecycle } from './conversation.js';
import { conversationPolicy, visibleConversations } from './conversation.policy.js';
import { messageLifecycle, type Message } from './message.js';
import { messagePolicy, visibleMessages } from './message.policy.js';

const members = ['ada', 'omar', 'uma', 'rosa', 'mo'];
const message: Message = {
  id: fixedId<'Message'>(3),
  conversationId: fixedId<'Conversation'>(1),
  number: 1,
  authorId: memberIds.ada,
  body: 'Hello.',
  writtenAt: new Date('2026-10-05T09:00:00Z'),
  status: 'SENT',
  removalReason: undefined,
};

describe('the policy of conversations', () => {
  it('lets members read their own, and staff without a membership none', () => {
    expect(whoMay((actor) => visibleConversations(actor) !== undefined)).toEqual(members);
    expect(whoMay((actor) => visibleMessages(actor) !== undefined)).toEqual(members);
  });

  it('gives each member their own side and nobody else anything, whatever office they hold', () => {
    for (const action of conversationLifecycle.actions)
      expect(whoMay((actor) => conversationPolicy.can(actor, action, { viewerId: memberIds.ada }))).toEqual(['ada']);
  });
});

describe('the policy of messages', () => {
  const rights = {
    DELETE: ['ada'],
    REPORT: ['omar', 'uma', 'rosa', 'mo'],
    HOLD: ['system'],
    RESTORE: ['system'],
    REMOVE: ['system'],
  };
  it.each(messageLifecycle.actions.map((action) => [action]))('lets the right people %s', (action) => {
    expect(whoMay((actor) => messagePolicy.can(actor, action, message))).toEqual(rights[action]);
  });

  it('shows what is held or removed to its author alone, and the rest to all who can read it', () => {
    expect(whoMay((actor) => messagePolicy.canReadWords(actor, { ...message, status: 'SENT' }))).toHaveLength(11);
    for (const status of ['HELD', 'REMOVED'] as const)
      expect(whoMay((actor) => messagePolicy.canReadWords(actor, { ...message, status }))).toEqual(['ada']);
  });
});
