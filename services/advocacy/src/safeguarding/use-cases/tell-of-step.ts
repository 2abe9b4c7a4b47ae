import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { stepPlace, type SafeguardingStep } from '../safeguarding.js';
import type { StepFile } from '../safeguarding.policy.js';

/** Shows the student a step that was taken, with its reason, and tells them that something is new. */
export async function tellOfStep(
  { inbox, safeguarding, sealedTexts }: Unit<Repositories>,
  { step, sides }: StepFile,
  now: Date,
): Promise<SafeguardingStep> {
  const told = await safeguarding.save({ ...step, toldAt: now });
  await sealedTexts.move(step.caseId, [stepPlace(step.id)], 'CASE');
  await inbox.tellStudent({ ...sides, caseId: step.caseId }, { reason: 'CASE_STATUS', sourceId: step.id });
  return told;
}
