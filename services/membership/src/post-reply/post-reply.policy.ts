import { isMember, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import { moderationPolicy } from '../moderation/moderation.policy.js';
import { moderationTask } from '../post/post-scope.js';
import type { PostReply, PostReplyAction } from './post-reply.js';

/** A reply and the space of its post; absent for the space of the whole union. */
export type PlacedReply = { readonly reply: PostReply; readonly groupId: GroupId | undefined };

const isAuthor = (actor: Actor, { reply }: PlacedReply): boolean => isMember(actor, reply.authorId);
const moderates = (actor: Actor, { reply, groupId }: PlacedReply): boolean =>
  moderationPolicy.canModerate(actor, { authorId: reply.authorId, groupId });

const rights: Readonly<Record<PostReplyAction, (actor: Actor, placed: PlacedReply) => boolean>> = {
  WITHDRAW: isAuthor,
  EDIT: isAuthor,
  HOLD: moderates,
  // Shown again by what was decided about it, never by hand.
  RESTORE: (actor) => actor.kind === 'system' && actor.task === moderationTask,
  REMOVE: moderates,
  REPORT: (actor, { reply }) => moderationPolicy.canReport(actor, reply),
  APPEAL: isAuthor,
};

/** Who may do what to a reply to a post that they can read. */
export const postReplyPolicy = {
  can: (actor: Actor, action: PostReplyAction, placed: PlacedReply): boolean => rights[action](actor, placed),
} as const;
