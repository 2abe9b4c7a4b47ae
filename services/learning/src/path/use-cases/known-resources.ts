import type { Actor } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { ResourceId } from '../../resource/resource.js';
import { pathPolicy } from '../path.policy.js';
import type { StepDraft } from '../step.js';

/** The resources that steps refer to and that are in the library; empty for actors who may not write paths. */
export async function knownResources(
  { resources }: Repositories,
  actor: Actor,
  steps: readonly StepDraft[],
): Promise<ReadonlySet<ResourceId>> {
  const ids = steps.flatMap(({ resourceId }) => (resourceId === undefined ? [] : [resourceId]));
  if (ids.length === 0 || !pathPolicy.canDraft(actor)) return new Set();
  const found = await resources.listVisible(actor, ids);
  return new Set(found.filter(({ status }) => status === 'PUBLISHED').map(({ id }) => id));
}
