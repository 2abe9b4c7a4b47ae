import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import {
  linkStatus,
  planLink,
  recordLinkLifecycle,
  withdrawLink,
  type LinkDraft,
  type RecordLink,
} from './record-link.js';
import { recordLinkPolicy, visibleRecordLinks } from './record-link.policy.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const draft: LinkDraft = { itemIds: ['e', 'c'], note: ' For work ', shownAs: '', language: 'EN', days: 30 };
const sharable = { evidenceIds: new Set(['e']), credentialIds: new Set(['c']) };
const by = { id: toId<'RecordLink'>('l'), memberId: authorId, openCount: 0, now };

function planned(): RecordLink {
  const result = planLink(draft, sharable, by);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.link;
}

describe('a link', () => {
  it('shows what was chosen, in that order, until its day', () => {
    expect(planLink(draft, sharable, by)).toMatchObject({
      value: {
        link: { note: 'For work', expiresAt: new Date('2026-11-04T09:00:00.000Z') },
        items: [{ evidenceId: 'e' }, { credentialId: 'c' }],
      },
    });
  });

  it.each([
    [{ itemIds: [] }, 'itemIds', 'REQUIRED'],
    [{ itemIds: ['e', 'e'] }, 'itemIds', 'CONTRADICTION'],
    [{ itemIds: ['e', 'hidden'] }, 'itemIds.1', 'UNKNOWN'],
    [{ days: 366 }, 'days', 'OUT_OF_RANGE'],
    [{ days: 0 }, 'days', 'OUT_OF_RANGE'],
    [{ note: 'x'.repeat(121) }, 'note', 'TOO_LONG'],
    [{ shownAs: 'x'.repeat(81) }, 'shownAs', 'TOO_LONG'],
  ])('is refused with %j', (changes, path, rule) => {
    expect(planLink({ ...draft, ...changes }, sharable, by)).toMatchObject({ error: { fields: [{ path, rule }] } });
  });

  it('is one of twenty that open', () => {
    expect(planLink(draft, sharable, { ...by, openCount: 20 })).toMatchObject({ error: { limit: 20 } });
  });

  it('ends by its day or by its member, and once', () => {
    const link = planned();
    const { expiresAt } = link;
    expect([linkStatus(link, now), linkStatus(link, expiresAt)]).toEqual(['OPEN', 'EXPIRED']);
    const withdrawn = withdrawLink(link, now);
    expect(withdrawn).toMatchObject({ value: { withdrawnAt: now } });
    if (withdrawn.ok) expect(withdrawLink(withdrawn.value, now)).toMatchObject({ error: { state: 'WITHDRAWN' } });
    expect(withdrawLink(link, expiresAt)).toMatchObject({ error: { state: 'EXPIRED' } });
  });

  it.each([
    ['OPEN', ['WITHDRAW', 'EXPIRE']],
    ['EXPIRED', []],
    ['WITHDRAWN', []],
  ] as const)('in %s allows exactly %j', (status, actions) => {
    expect(recordLinkLifecycle.possible({ status }, now)).toEqual(actions);
  });

  it.each(Object.keys(actors))('is its member’s alone: %s', (role) => {
    const actor = actors[role];
    if (actor === undefined) throw new Error(`no actor ${role}`);
    const isOwn = role.startsWith('author');
    expect(recordLinkPolicy.canRead(actor, authorId)).toBe(isOwn);
    expect(recordLinkPolicy.can(actor, 'WITHDRAW', planned())).toBe(isOwn);
    expect(recordLinkPolicy.can(actor, 'EXPIRE', planned())).toBe(false);
    expect(visibleRecordLinks(actor).own === authorId).toBe(isOwn);
    expect(recordLinkPolicy.canOpen(actor)).toBe(true);
  });
});
