import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { pathVersionLifecycle, type PathId, type PathVersionId } from '../path.js';
import { pathPolicy } from '../path.policy.js';
import type { StepDraft } from '../step.js';
import { checkVersion, placeSteps } from '../version-draft.js';
import { knownThings } from './known-things.js';

/** Which draft to change, and what it asks for now; prerequisites that are left out stay as they are. */
export type EditPathVersion = {
  readonly pathVersionId: PathVersionId;
  readonly steps: readonly StepDraft[];
  readonly prerequisites: readonly PathId[] | undefined;
};

/** Replaces the steps of a draft, and its prerequisites when they are given. */
export function editPathVersion(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { pathVersionId, steps, prerequisites }: EditPathVersion,
) {
  return transaction(async (unit) => {
    const version = await unit.paths.findVersion(actor, pathVersionId);
    if (version === null) return err(notFound('PathVersion'));
    if (!pathPolicy.canVersion(actor, 'EDIT', version)) return err(notAllowed('EDIT', 'PathVersion'));
    if (!pathVersionLifecycle.can('EDIT', version, clock.now())) return err(illegalTransition('EDIT', version.status));
    const draft = { steps, prerequisites: prerequisites ?? [] };
    const { pathId } = version;
    const checked = checkVersion(draft, await knownThings(unit, actor, { draft, pathId })).finish(steps);
    if (!checked.ok) return checked;
    // Saving first takes the row lock, so that a submission at the same time waits or wins, and the steps follow the state.
    const saved = await unit.paths.saveVersion(version);
    await unit.paths.replaceSteps(
      version.id,
      placeSteps(steps, version.id, () => ids.ordered()),
    );
    if (prerequisites !== undefined) await unit.paths.replacePrerequisites(version, prerequisites);
    return ok(saved);
  });
}
