import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { decideResource, type DecideResource } from './decide-resource.js';

/** Shows a held resource again, or lets a reported one stay; its reports end. */
export function restoreResource(deps: Deps, actor: Actor, input: Omit<DecideResource, 'decision'>) {
  return decideResource(deps, actor, { ...input, decision: 'RESTORE' });
}
