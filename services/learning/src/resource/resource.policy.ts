import { constituenciesOf, isMember, isUnionOfficer, memberOf, representedBy, type Actor } from '@guildhall/kernel';
import { isReviewer, mayReview } from '../review/reviewer.js';
import type { CourseId } from './content.js';
import type { Resource, ResourceAction } from './resource.js';
import type { ResourceScope } from './resource-scope.js';

/** Published ones are public; a draft is its author's; what waits for review, is held or was retired is for reviewers too. */
export function visibleResources(actor: Actor): ResourceScope {
  return { own: memberOf(actor), reviewed: isReviewer(actor), everything: actor.kind === 'system' };
}

const isAuthor = (actor: Actor, { authorId }: Resource): boolean => isMember(actor, authorId);
const isAnother = (actor: Actor, { authorId }: Resource): boolean =>
  memberOf(actor) !== undefined && !isMember(actor, authorId);

/** One line per right over a resource (machine L: review is by somebody who is not the author). */
const rights: Readonly<Record<ResourceAction, (actor: Actor, resource: Resource) => boolean>> = {
  EDIT: isAuthor,
  SUBMIT: isAuthor,
  SEND_BACK: mayReview,
  PUBLISH: mayReview,
  RETIRE: (actor, resource) =>
    isAuthor(actor, resource) || isUnionOfficer(actor) || (resource.status === 'HELD' && mayReview(actor, resource)),
  REVISE: isAuthor,
  DISCARD_REVISION: isAuthor,
  HOLD: mayReview,
  RESTORE: mayReview,
  RATE: isAnother,
  REPORT: isAnother,
};

/** Who may do what to a resource. */
export const resourcePolicy = {
  can: (actor: Actor, action: ResourceAction, resource: Resource): boolean => rights[action](actor, resource),
  /** Any active member may write something to share. */
  canDraft: (actor: Actor): boolean => memberOf(actor) !== undefined,
  /** The author sees what is in work, and whoever may review it once it waits for that. */
  canReadWork: (actor: Actor, resource: Resource): boolean =>
    isAuthor(actor, resource) || actor.kind === 'system' || (resource.work === 'IN_REVIEW' && isReviewer(actor)),
  /** What raters say in words helps the author, and reviewers; nobody is told whose words they are. */
  canReadRemarks: (actor: Actor, resource: Resource): boolean =>
    isAuthor(actor, resource) || mayReview(actor, resource),
  /** Reports are for those who decide about them, never for the author. */
  canReadReports: (actor: Actor, resource: Resource): boolean => mayReview(actor, resource),
  /** Why it was held back or taken out is told to the author and to reviewers. */
  canReadDecisions: (actor: Actor, resource: Resource): boolean => isAuthor(actor, resource) || isReviewer(actor),
};

/** The courses an author may name: those they study in or speak for. */
export function ownCourses(actor: Actor): readonly CourseId[] {
  return memberOf(actor) === undefined ? [] : [...new Set([...constituenciesOf(actor), ...representedBy(actor)])];
}
