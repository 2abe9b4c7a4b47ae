import { isMember, isUnionOfficer, memberOf, type Actor, type Id } from '@guildhall/kernel';
import { isReviewer, mayReview } from '../review/reviewer.js';
import type { PathAction, PathVersion, PathVersionAction } from './path.js';

/** Which versions of paths an actor may see; a path is seen through its versions. The repository turns this into SQL. */
export type PathScope = { readonly own: Id<'Member'> | undefined; readonly unpublished: boolean };

/** Published versions are public; one's own and those one is enrolled on stay in sight; the rest is for those who review. */
export function visiblePaths(actor: Actor): PathScope {
  return { own: memberOf(actor), unpublished: actor.kind === 'system' || isReviewer(actor) };
}

const isAuthor = (actor: Actor, { authorId }: PathVersion): boolean => isMember(actor, authorId);

/** One line per right over a version (machine L: review is by somebody who is not the author). */
const versionRights: Readonly<Record<PathVersionAction, (actor: Actor, version: PathVersion) => boolean>> = {
  EDIT: isAuthor,
  SUBMIT: isAuthor,
  SEND_BACK: mayReview,
  PUBLISH: mayReview,
  RETIRE: isUnionOfficer,
};

/** One line per right over a path: everybody learns, those who review write. */
const pathRights: Readonly<Record<PathAction, (actor: Actor) => boolean>> = {
  ENROL: (actor) => memberOf(actor) !== undefined,
  DRAFT_VERSION: isReviewer,
};

/** Who may do what with paths and their versions. */
export const pathPolicy = {
  can: (actor: Actor, action: PathAction): boolean => pathRights[action](actor),
  canVersion: (actor: Actor, action: PathVersionAction, version: PathVersion): boolean =>
    versionRights[action](actor, version),
  /** Course representatives and union officers write paths. */
  canDraft: (actor: Actor): boolean => isReviewer(actor),
};
