import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { startStep as decide } from '../step-progress.js';
import { workOnStep, type StepPlace } from './work-on-step.js';

/** Begins a step that the viewer passes by themselves. */
export function startStep({ transaction, clock }: Deps, actor: Actor, place: StepPlace) {
  const now = clock.now();
  return transaction((unit) =>
    workOnStep(unit, actor, { ...place, action: 'START', decide: (progress) => decide(progress, now), now }),
  );
}
