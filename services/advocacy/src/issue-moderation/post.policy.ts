import {
  actorKey,
  constituenciesOf,
  hasAppointment,
  isUnionOfficer,
  memberOf,
  representedBy,
  type Actor,
  type Id,
} from '@guildhall/kernel';
import { postLifecycle, type Post, type PostDecision } from './post.js';

/** Which posts an actor moderates; the repository turns this into SQL. */
export type ModerationScope = {
  readonly moderates: boolean;
  readonly self: Id<'Member'> | undefined;
  /** The courses the moderator belongs to: what happens there is for somebody else. */
  readonly ownCourses: readonly Id<'Constituency'>[];
};

/** Union officers and the advice manager; nobody for their own course, and nobody for what they wrote. */
export function moderatedPosts(actor: Actor): ModerationScope {
  return {
    moderates: isUnionOfficer(actor) || hasAppointment(actor, 'ADVICE_MANAGER'),
    self: memberOf(actor),
    ownCourses: [...constituenciesOf(actor), ...representedBy(actor)],
  };
}

/** Who may decide about a post that they were shown. */
export const postPolicy = {
  can: (actor: Actor, decision: PostDecision, post: Post): boolean => {
    const isAppeal = decision === 'RESTORE' || decision === 'UPHOLD';
    return moderatedPosts(actor).moderates && (!isAppeal || post.removedBy !== actorKey(actor));
  },
  /** What the moderator may decide now. */
  decisions: (actor: Actor, post: Post, now: Date): readonly PostDecision[] =>
    (['KEEP', 'REMOVE', 'RESTORE', 'UPHOLD'] as const).filter(
      (decision) => postLifecycle.can(decision, post, now) && postPolicy.can(actor, decision, post),
    ),
} as const;
