import { err, FieldChecks, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { draftVersion, pathLifecycle, type PathId } from '../path.js';
import { pathPolicy } from '../path.policy.js';
import { checkSteps, placeSteps, type StepDraft } from '../step.js';
import { knownResources } from './known-resources.js';

/** Which path gets a new version, and its steps. */
export type DraftPathVersion = { readonly pathId: PathId; readonly steps: readonly StepDraft[] };

/** Writes the next version of a path, while no other one is being written. */
export function draftPathVersion({ transaction, clock, ids }: Deps, actor: Actor, { pathId, steps }: DraftPathVersion) {
  return transaction(async (unit) => {
    const authorId = memberOf(actor);
    const path = await unit.paths.findVisibleLocked(actor, pathId);
    if (path === null) return err(notFound('LearningPath'));
    if (authorId === undefined || !pathPolicy.can(actor, 'DRAFT_VERSION'))
      return err(notAllowed('DRAFT_VERSION', 'LearningPath'));
    const versions = await unit.paths.listVersionsOf(actor, [pathId]);
    const facts = { versions, isEnrolled: false };
    if (!pathLifecycle.can('DRAFT_VERSION', facts, clock.now()))
      return err(illegalTransition('DRAFT_VERSION', 'IN_WORK'));
    const checked = checkSteps(steps, await knownResources(unit, actor, steps), new FieldChecks()).finish(steps);
    if (!checked.ok) return checked;
    const version = await unit.paths.addVersion(draftVersion(path, versions, { id: ids.ordered(), authorId }));
    await unit.paths.replaceSteps(
      version.id,
      placeSteps(steps, version.id, () => ids.ordered()),
    );
    return ok(version);
  });
}
