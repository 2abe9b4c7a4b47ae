import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { decideResource } from '../../report/use-cases/decide-resource.js';
import type { ResourceId } from '../resource.js';

/** Which resource to take out of the library, and why; its author needs no reason. */
export type RetireResource = { readonly resourceId: ResourceId; readonly reason: string | undefined };

/** Takes a published resource out of the library; paths that refer to it keep the reference. */
export function retireResource(deps: Deps, actor: Actor, { resourceId, reason }: RetireResource) {
  return decideResource(deps, actor, { decision: 'RETIRE', resourceId, reason });
}
