import { isInGroup, isMember, isOfficerOf, memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { moderationPolicy, moderationTask } from '../moderation/moderation.policy.js';
import type { Post, PostAction } from './post.js';

/** Which posts an actor may see; the repository turns this into SQL. */
export type PostScope = {
  /** Everything, for the platform carrying out what moderators decide. */
  readonly everything: boolean;
  readonly groups: readonly GroupId[];
  /** Groups of which removed posts are seen too. */
  readonly led: readonly GroupId[];
  readonly own: MemberId | undefined;
};

/** Published posts of one's groups; removed ones, with the reason, for their author and the group's officers. */
export function visiblePosts(actor: Actor): PostScope {
  const everything = actor.kind === 'system' && actor.task === moderationTask;
  if (actor.kind !== 'person') return { everything, groups: [], led: [], own: undefined };
  const led = actor.mandates.flatMap(({ groupId }) => groupId ?? []);
  return { everything, groups: [...new Set([...actor.groupIds, ...led])], led, own: memberOf(actor) };
}

const isAuthor = (actor: Actor, { authorId }: Post): boolean => isMember(actor, authorId);

const rights: Readonly<Record<PostAction, (actor: Actor, post: Post) => boolean>> = {
  WITHDRAW: isAuthor,
  HOLD: moderationPolicy.canModerate,
  // Shown again by what was decided about it, never by hand.
  RESTORE: (actor) => visiblePosts(actor).everything,
  REMOVE: moderationPolicy.canModerate,
  // Whose idea it is alone decides that it is raised.
  RAISE: isAuthor,
  REPORT: moderationPolicy.canReport,
  APPEAL: isAuthor,
};

/** Who may do what to a post. */
export const postPolicy = {
  can: (actor: Actor, action: PostAction, post: Post): boolean => rights[action](actor, post),
  /** The people of a group write to each other; notices are its officers'. */
  canPublish: (actor: Actor, { groupId, kind }: Pick<Post, 'groupId' | 'kind'>): boolean =>
    isInGroup(actor, groupId) && (kind !== 'NOTICE' || isOfficerOf(actor, groupId)),
};
