import { isMember, isUnionOfficer, memberOf, type Actor, type Id } from '@guildhall/kernel';
import { isReviewer, mayReview } from '../review/reviewer.js';
import type { Resource, ResourceAction } from './resource.js';

/** Which resources an actor may see; the repository turns this into SQL. */
export type ResourceScope = {
  readonly own: Id<'Member'> | undefined;
  readonly reviewed: boolean;
  readonly everything: boolean;
};

/** Published ones are public; a draft is its author's; what waits for review or was retired is for reviewers too. */
export function visibleResources(actor: Actor): ResourceScope {
  return { own: memberOf(actor), reviewed: isReviewer(actor), everything: actor.kind === 'system' };
}

const isAuthor = (actor: Actor, { authorId }: Resource): boolean => isMember(actor, authorId);

/** One line per right over a resource (machine L: review is by somebody who is not the author). */
const rights: Readonly<Record<ResourceAction, (actor: Actor, resource: Resource) => boolean>> = {
  EDIT: isAuthor,
  SUBMIT: isAuthor,
  SEND_BACK: mayReview,
  PUBLISH: mayReview,
  RETIRE: (actor, resource) => isAuthor(actor, resource) || isUnionOfficer(actor),
};

/** Who may do what to a resource. */
export const resourcePolicy = {
  can: (actor: Actor, action: ResourceAction, resource: Resource): boolean => rights[action](actor, resource),
  /** Any active member may write something to share. */
  canDraft: (actor: Actor): boolean => memberOf(actor) !== undefined,
};
