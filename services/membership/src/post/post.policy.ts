import { isInGroup, isMember, isOfficerOf, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { moderationPolicy, moderationTask } from '../moderation/moderation.policy.js';
import type { Post, PostAction } from './post.js';

/** Which posts an actor may see; the repository turns this into SQL. */
export type PostScope = {
  /** Everything, for the platform carrying out what moderators decide. */
  readonly everything: boolean;
  readonly groups: readonly GroupId[];
  /** Groups of which held and removed posts are seen too. */
  readonly led: readonly GroupId[];
  /** Whether posts to the whole union are seen. */
  readonly campus: boolean;
  /** Whether held and removed ones of these are seen too. */
  readonly ledCampus: boolean;
  readonly own: MemberId | undefined;
};

const nothing: PostScope = { everything: false, groups: [], led: [], campus: false, ledCampus: false, own: undefined };

/**
 * Published posts of one's groups and, for members, those to the whole union; what is not shown to everybody, for its
 * author and the officers who moderate there. Two who are blocked see nothing of each other.
 */
export function visiblePosts(actor: Actor): PostScope {
  if (actor.kind === 'system') return { ...nothing, everything: actor.task === moderationTask };
  if (actor.kind !== 'person') return nothing;
  const own = memberOf(actor);
  const led = actor.mandates.flatMap(({ groupId }) => groupId ?? []);
  return {
    everything: false,
    groups: [...new Set([...actor.groupIds, ...led])],
    led,
    campus: own !== undefined,
    ledCampus: own !== undefined && isUnionOfficer(actor),
    own,
  };
}

const isAuthor = (actor: Actor, { authorId }: Post): boolean => isMember(actor, authorId);
const isReader = (actor: Actor, { groupId }: Pick<Post, 'groupId'>): boolean =>
  groupId === undefined ? memberOf(actor) !== undefined : isInGroup(actor, groupId);
const isOfficerThere = (actor: Actor, { groupId }: Pick<Post, 'groupId'>): boolean =>
  groupId === undefined ? memberOf(actor) !== undefined && isUnionOfficer(actor) : isOfficerOf(actor, groupId);
const isRep = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.mandates.some(({ kind }) => kind === 'COURSE_REP');

const rights: Readonly<Record<PostAction, (actor: Actor, post: Post) => boolean>> = {
  WITHDRAW: isAuthor,
  EDIT: isAuthor,
  REPLY: isReader,
  REACT: isReader,
  MUTE: isReader,
  MARK_ANSWERED: isAuthor,
  PIN: isOfficerThere,
  UNPIN: isOfficerThere,
  HOLD: moderationPolicy.canModerate,
  // Shown again by what was decided about it, never by hand.
  RESTORE: (actor) => visiblePosts(actor).everything,
  REMOVE: moderationPolicy.canModerate,
  // Whose idea it is alone decides that it is raised.
  RAISE: isAuthor,
  // Those who speak for others may ask whose idea it is.
  ASK_TO_RAISE: (actor, post) =>
    memberOf(actor) !== undefined &&
    !isAuthor(actor, post) &&
    (isOfficerThere(actor, post) || isUnionOfficer(actor) || isRep(actor)),
  REPORT: moderationPolicy.canReport,
  APPEAL: isAuthor,
};

/** Who may do what to a post. */
export const postPolicy = {
  can: (actor: Actor, action: PostAction, post: Post): boolean => rights[action](actor, post),
  /** The people of a group write to each other, members to the whole union; notices are for the officers there. */
  canPublish: (actor: Actor, draft: Pick<Post, 'groupId' | 'kind'>): boolean =>
    isReader(actor, draft) && (draft.kind !== 'NOTICE' || isOfficerThere(actor, draft)),
};
