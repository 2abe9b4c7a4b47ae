import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { decideResource, type DecideResource } from './decide-resource.js';

/** Holds a published resource back until a reviewer decides about it. */
export function holdResource(deps: Deps, actor: Actor, input: Omit<DecideResource, 'decision'>) {
  return decideResource(deps, actor, { ...input, decision: 'HOLD' });
}
