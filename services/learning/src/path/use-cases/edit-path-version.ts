import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { pathVersionLifecycle, type PathVersionId } from '../path.js';
import { pathPolicy } from '../path.policy.js';
import { checkSteps, placeSteps, type StepDraft } from '../step.js';
import { knownResources } from './known-resources.js';

/** Which draft to change, and its new steps. */
export type EditPathVersion = { readonly pathVersionId: PathVersionId; readonly steps: readonly StepDraft[] };

/** Replaces the steps of a draft. */
export function editPathVersion(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { pathVersionId, steps }: EditPathVersion,
) {
  return transaction(async (unit) => {
    const version = await unit.paths.findVersion(actor, pathVersionId);
    if (version === null) return err(notFound('PathVersion'));
    if (!pathPolicy.canVersion(actor, 'EDIT', version)) return err(notAllowed('EDIT', 'PathVersion'));
    if (!pathVersionLifecycle.can('EDIT', version, clock.now())) return err(illegalTransition('EDIT', version.status));
    const checked = checkSteps(steps, await knownResources(unit, actor, steps)).finish(steps);
    if (!checked.ok) return checked;
    // Saving first takes the row lock, so that a submission at the same time waits or wins, and the steps follow the state.
    const saved = await unit.paths.saveVersion(version);
    await unit.paths.replaceSteps(
      version.id,
      placeSteps(steps, version.id, () => ids.ordered()),
    );
    return ok(saved);
  });
}
