import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Step, StepId } from '../path/step.js';
import type { Repositories } from '../deps.js';

/** The steps that the viewer's own record is about. */
export function createOwnStepLoader(actor: Actor, paths: Repositories['paths']): DataLoader<StepId, Step | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await paths.listOnRecord(actor, ids)).map((step) => [step.id, step]));
    return ids.map((id) => byId.get(id));
  });
}
