import { conflict, err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { draftVersion } from '../path.js';
import { pathPolicy } from '../path.policy.js';
import { draftPath as draft, placeSteps, type PathDraft } from '../version-draft.js';
import { knownThings } from './known-things.js';

/** Writes a new path with its first version, a draft. */
export function draftPath({ transaction, ids }: Deps, actor: Actor, input: PathDraft) {
  return transaction(async (unit) => {
    const authorId = memberOf(actor);
    if (authorId === undefined || !pathPolicy.canDraft(actor)) return err(notAllowed('DRAFT', 'LearningPath'));
    const known = await knownThings(unit, actor, { draft: input, pathId: undefined });
    const drafted = draft(input, ids.ordered(), known);
    if (!drafted.ok) return drafted;
    if (!(await unit.paths.addUnlessSlugTaken(drafted.value)))
      return err(conflict('A path of this slug exists already. Choose another slug.'));
    const version = await unit.paths.addVersion(draftVersion(drafted.value, [], { id: ids.ordered(), authorId }));
    await unit.paths.replaceSteps(
      version.id,
      placeSteps(input.steps, version.id, () => ids.ordered()),
    );
    await unit.paths.replacePrerequisites(version, input.prerequisites);
    return ok(version);
  });
}
