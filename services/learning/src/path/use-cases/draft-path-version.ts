import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { draftVersion, pathLifecycle, type PathId } from '../path.js';
import { pathPolicy } from '../path.policy.js';
import { checkVersion, placeSteps, type VersionDraft } from '../version-draft.js';
import { knownThings } from './known-things.js';

/** Which path gets a new version, and what it asks for. */
export type DraftPathVersion = VersionDraft & { readonly pathId: PathId };

/** Writes the next version of a path, while no other one is being written. */
export function draftPathVersion({ transaction, clock, ids }: Deps, actor: Actor, input: DraftPathVersion) {
  const { pathId, steps, prerequisites } = input;
  return transaction(async (unit) => {
    const authorId = memberOf(actor);
    const path = await unit.paths.findVisibleLocked(actor, pathId);
    if (path === null) return err(notFound('LearningPath'));
    if (authorId === undefined || !pathPolicy.can(actor, 'DRAFT_VERSION'))
      return err(notAllowed('DRAFT_VERSION', 'LearningPath'));
    const versions = await unit.paths.listVersionsOf(actor, [pathId]);
    const facts = { versions, isEnrolled: false, isPrepared: true };
    if (!pathLifecycle.can('DRAFT_VERSION', facts, clock.now()))
      return err(illegalTransition('DRAFT_VERSION', 'IN_WORK'));
    const checked = checkVersion(input, await knownThings(unit, actor, { draft: input, pathId })).finish(steps);
    if (!checked.ok) return checked;
    const version = await unit.paths.addVersion(draftVersion(path, versions, { id: ids.ordered(), authorId }));
    await unit.paths.replaceSteps(
      version.id,
      placeSteps(steps, version.id, () => ids.ordered()),
    );
    await unit.paths.replacePrerequisites(version, prerequisites);
    return ok(version);
  });
}
