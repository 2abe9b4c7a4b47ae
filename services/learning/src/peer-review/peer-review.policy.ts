import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { PeerReview, PeerReviewAction } from './peer-review.js';

/** Which reviews and which work an actor may see; the repository turns this into SQL. */
export type PeerReviewScope = { readonly own: Id<'Member'> | undefined; readonly everything: boolean };

/** Reviews are seen by whoever was asked and did not step back, work by its author; nobody learns who the other is. */
export function visiblePeerReviews(actor: Actor): PeerReviewScope {
  return { own: memberOf(actor), everything: actor.kind === 'system' };
}

const isReviewer = (actor: Actor, { reviewerId, authorId }: PeerReview): boolean =>
  isMember(actor, reviewerId) && !isMember(actor, authorId);
const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** One line per right over a review. */
const rights: Readonly<Record<PeerReviewAction, (actor: Actor, review: PeerReview) => boolean>> = {
  REVIEW: isReviewer,
  DECLINE: isReviewer,
  LAPSE: isSystem,
  CALL_OFF: isSystem,
};

/** Who may do what with reviews. */
export const peerReviewPolicy = {
  can: (actor: Actor, action: PeerReviewAction, review: PeerReview): boolean => rights[action](actor, review),
  /** The list of reviews that are asked of oneself, and nobody else's. */
  canList: (actor: Actor, memberId: Id<'Member'>): boolean => isMember(actor, memberId),
};
