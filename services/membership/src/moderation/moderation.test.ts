import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import {
  appealItem,
  checkReason,
  moderationDecisions,
  moderationLifecycle,
  moveItem,
  reportReasons,
  type ModerationAction,
  type ModerationDecision,
  type ModerationItem,
  type ModerationState,
} from './moderation.js';
import { moderatedItems, moderationPolicy } from './moderation.policy.js';
import { checkNote } from './report.js';

const now = new Date('2026-10-05T09:00:00Z');
const before = new Date('2026-10-04T09:00:00Z');
const item: ModerationItem = {
  id: fixedId<'ModerationItem'>(500),
  subjectKind: 'POST',
  subjectId: fixedId<'Post'>(300),
  authorId: memberIds.ada,
  groupId,
  state: 'REPORTED',
  since: before,
  removedBy: undefined,
  appeal: undefined,
  appealedAt: undefined,
  appealDecidedBy: undefined,
  version: 1,
};
const by = memberIds.omar;

describe('the life of what is moderated', () => {
  const possible: Readonly<Record<ModerationState, readonly ModerationAction[]>> = {
    REPORTED: ['REPORT', 'HOLD', 'KEEP', 'REMOVE', 'TAKE_BACK'],
    HELD: ['KEEP', 'REMOVE', 'TAKE_BACK'],
    KEPT: ['REPORT', 'HOLD', 'REMOVE', 'TAKE_BACK'],
    REMOVED: ['APPEAL'],
    APPEALED: ['RESTORE', 'UPHOLD'],
    RESTORED: ['REPORT', 'HOLD', 'REMOVE', 'TAKE_BACK'],
    REMOVED_FINALLY: [],
    GONE: [],
  };
  it.each(moderationLifecycle.states)('allows from %s exactly what moderation says', (state) => {
    expect(moderationLifecycle.possible({ ...item, state }, now)).toEqual(possible[state]);
  });

  it('keeps who removed it and who decided its appeal, and its place in the queue', () => {
    expect(moveItem(item, 'REMOVE', { by, at: now })).toMatchObject({ value: { removedBy: by, since: now } });
    const appealed = { ...item, state: 'APPEALED' as const, removedBy: by, appeal: 'Why?', appealedAt: before };
    expect(moveItem(appealed, 'UPHOLD', { by: memberIds.uma, at: now })).toMatchObject({
      value: { state: 'REMOVED_FINALLY', removedBy: by, appealDecidedBy: memberIds.uma },
    });
    expect(moveItem(item, 'REPORT', { by, at: now })).toMatchObject({ value: { since: before } });
    expect(moveItem({ ...item, state: 'KEPT' }, 'REPORT', { by, at: now })).toMatchObject({ value: { since: now } });
  });

  it('lets its author appeal once, in words', () => {
    const removed = { ...item, state: 'REMOVED' as const, removedBy: by };
    expect(appealItem(removed, ' It is true. ', now)).toMatchObject({
      value: { state: 'APPEALED', appeal: 'It is true.', appealedAt: now },
    });
    expect(appealItem(removed, ' ', now)).toMatchObject({ error: { fields: [{ path: 'words' }] } });
    expect(appealItem({ ...removed, appeal: 'Before.' }, 'Again.', now)).toMatchObject({
      error: { __typename: 'IllegalTransitionError' },
    });
  });

  it('asks for words where a listed reason does not say enough', () => {
    for (const reason of reportReasons) expect(checkNote(reason, ' ').ok).toBe(reason !== 'OTHER');
    expect(checkNote('SPAM', 'x'.repeat(501))).toMatchObject({ error: { fields: [{ path: 'note' }] } });
    expect(checkNote('OTHER', ' Odd. ')).toEqual({ ok: true, value: 'Odd.' });
    expect(checkReason(' ')).toMatchObject({ error: { fields: [{ path: 'reason', rule: 'REQUIRED' }] } });
  });
});

describe('the rights of moderators', () => {
  it('are an officer’s in their group and a union officer’s elsewhere, never the author’s', () => {
    expect(whoMay((actor) => moderationPolicy.canModerate(actor, item))).toEqual(['omar']);
    expect(whoMay((actor) => moderationPolicy.canModerate(actor, { ...item, groupId: undefined }))).toEqual(['uma']);
    expect(whoMay((actor) => moderationPolicy.canModerate(actor, { ...item, authorId: memberIds.omar }))).toEqual([]);
    expect(whoMay((actor) => moderatedItems(actor).union)).toEqual(['uma']);
    expect(whoMay((actor) => moderatedItems(actor).groups.includes(groupId))).toEqual(['omar']);
  });

  it.each(moderationDecisions)('give %s to whoever was shown that it waits, but an appeal to another', (decision) => {
    const removed = { ...item, removedBy: by };
    const isAppeal = (['RESTORE', 'UPHOLD'] as readonly ModerationDecision[]).includes(decision);
    const shown: readonly ActorName[] = ['omar', 'uma', 'rosa', 'mo'];
    expect(whoMay((actor) => moderationPolicy.canDecide(actor, decision, removed))).toEqual(
      shown.filter((name) => !isAppeal || name !== 'omar'),
    );
  });

  it('let members report, but nothing of their own', () => {
    expect(whoMay((actor) => moderationPolicy.canReport(actor, item))).toEqual(['omar', 'uma', 'rosa', 'mo']);
  });
});
