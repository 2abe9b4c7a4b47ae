import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { askReviewer, peerReviewLifecycle, type PeerSubmission } from './peer-review.js';
import { peerReviewPolicy, visiblePeerReviews } from './peer-review.policy.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const work = (author: PeerSubmission['authorId']): PeerSubmission => ({
  id: toId('w'),
  enrolmentId: toId('e'),
  pathId: toId('p'),
  stepId: toId('s'),
  stepKey: toId('k'),
  authorId: author,
  round: 1,
  words: 'What I did.',
  status: 'OPEN',
  handedInAt: now,
  decidedAt: undefined,
  version: 1,
});

describe('rights over a review', () => {
  it.each(Object.entries(actors))('belong to whoever was asked, whatever office they hold: %s', (role, actor) => {
    const ofAuthorRole = askReviewer(work(toId('018f0000-0000-7000-8000-00000000000f')), {
      id: toId('r'),
      reviewerId: authorId,
      now,
    });
    const ofPlatform = role === 'system' ? ['LAPSE', 'CALL_OFF'] : [];
    const expected = role.startsWith('author') ? ['REVIEW', 'DECLINE'] : ofPlatform;
    expect(peerReviewLifecycle.actions.filter((action) => peerReviewPolicy.can(actor, action, ofAuthorRole))).toEqual(
      expected,
    );
    expect(peerReviewPolicy.canList(actor, authorId)).toBe(role.startsWith('author'));
    expect(visiblePeerReviews(actor).everything).toBe(role === 'system');
  });

  it('are never had over one’s own work', () => {
    const own = askReviewer(work(authorId), { id: toId('r'), reviewerId: authorId, now });
    const { author } = actors;
    if (author === undefined) throw new Error('no author');
    expect(peerReviewPolicy.can(author, 'REVIEW', own)).toBe(false);
  });
});
