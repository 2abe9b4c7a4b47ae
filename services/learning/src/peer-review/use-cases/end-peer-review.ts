import { ok, systemActor, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { endReview, type PeerReviewId } from '../peer-review.js';
import { fillReviewers, lapsePeerReviewTask } from './fill-reviewers.js';
import { loadReview } from './load-review.js';

type EndReview = { readonly peerReviewId: PeerReviewId; readonly action: 'DECLINE' | 'LAPSE' };

function endPeerReview({ transaction, clock, ids }: Deps, actor: Actor, { peerReviewId, action }: EndReview) {
  return transaction(async (unit) => {
    const now = clock.now();
    const loaded = await loadReview(unit, actor, { peerReviewId, action });
    if (!loaded.ok) return loaded;
    const { review, work } = loaded.value;
    if (action === 'LAPSE' && review.status !== 'ASKED') return ok(review);
    const ended = endReview(review, action, now);
    if (!ended.ok) return ended;
    const saved = await unit.peerReviews.save(ended.value);
    await unit.jobs.cancel(`${lapsePeerReviewTask}:${review.id}`);
    await fillReviewers(unit, work, { ids, now });
    return ok(saved);
  });
}

/** Steps back from a review, without a reason; somebody else is asked, and nobody is told. */
export function declinePeerReview(deps: Deps, actor: Actor, { peerReviewId }: { readonly peerReviewId: PeerReviewId }) {
  return endPeerReview(deps, actor, { peerReviewId, action: 'DECLINE' });
}

/** Ends, as the platform, a review that was not written in time, and asks somebody else. */
export function lapsePeerReview(deps: Deps, { peerReviewId }: { readonly peerReviewId: PeerReviewId }) {
  return endPeerReview(deps, systemActor(lapsePeerReviewTask), { peerReviewId, action: 'LAPSE' });
}
