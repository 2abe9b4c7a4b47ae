import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { StepId } from '../safeguarding.js';
import { decideStep } from './decide-step.js';

/** Declines a step without consent as the second person; it is not taken. */
export function declineSafeguardingStep(deps: Deps, actor: Actor, { stepId }: { readonly stepId: StepId }) {
  return decideStep(deps, actor, { stepId, action: 'DECLINE' });
}
