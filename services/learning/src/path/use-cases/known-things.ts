import type { Actor } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { PathId } from '../path.js';
import { pathPolicy } from '../path.policy.js';
import type { KnownThings, VersionDraft } from '../version-draft.js';

/** What the steps of a version of `pathId`, or of a new path, may refer to; nothing for actors who may not write paths. */
export async function knownThings(
  { resources, paths }: Pick<Repositories, 'resources' | 'paths'>,
  actor: Actor,
  { draft, pathId }: { readonly draft: VersionDraft; readonly pathId: PathId | undefined },
): Promise<KnownThings> {
  if (!pathPolicy.canDraft(actor)) return { resources: new Set(), keys: new Map(), paths: new Set() };
  const ids = draft.steps.flatMap(({ resourceId }) => (resourceId === undefined ? [] : [resourceId]));
  const found = ids.length === 0 ? [] : await resources.listVisible(actor, ids);
  const asked = draft.prerequisites.length === 0 ? [] : await paths.listVersionsOf(actor, draft.prerequisites);
  const open = asked.filter((version) => version.status === 'PUBLISHED' && version.pathId !== pathId);
  return {
    resources: new Set(found.filter(({ status }) => status === 'PUBLISHED').map(({ id }) => id)),
    keys: pathId === undefined ? new Map() : await paths.listStepKinds(actor, pathId),
    paths: new Set(open.map((version) => version.pathId)),
  };
}
