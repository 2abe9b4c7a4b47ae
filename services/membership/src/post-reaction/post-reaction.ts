/*
 * A reaction: a word with which a member answers a post without writing. Life: given and taken back; one of each kind of
 * a member to a post. Owner: membership.
 */
import type { MemberId } from '../member/member.js';
import type { PostId } from '../post/post.js';

/** Every way to react. */
export const reactionKinds = ['THANKS', 'AGREE', 'HELPFUL', 'ME_TOO'] as const;

/** One way to react. */
export type ReactionKind = (typeof reactionKinds)[number];

/** Reactions that support an idea; from so many members on others may ask its author to raise it. */
export const supportingKinds: readonly ReactionKind[] = ['AGREE', 'ME_TOO'];

/** How many members must support an idea before others may ask its author to raise it. */
export const supportersToAsk = 3;

/** One reaction as stored. */
export type PostReaction = {
  readonly postId: PostId;
  readonly memberId: MemberId;
  readonly kind: ReactionKind;
  readonly reactedAt: Date;
};

/** What is counted about a post, and what the viewer has to do with it. Counts are the same for everybody. */
export type PostFacts = {
  readonly replyCount: number;
  readonly counts: Readonly<Partial<Record<ReactionKind, number>>>;
  /** How many members agree or say that it is so with them too. */
  readonly supporterCount: number;
  readonly viewerReactions: readonly ReactionKind[];
  readonly isMuted: boolean;
};
