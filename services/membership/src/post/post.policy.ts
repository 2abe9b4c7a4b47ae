import { isInGroup, isMember, isOfficerOf, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import { moderationPolicy } from '../moderation/moderation.policy.js';
import { visiblePosts } from './post-scope.js';
import type { Post, PostAction } from './post.js';

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
