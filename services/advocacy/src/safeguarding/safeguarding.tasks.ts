import { systemActor, toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { tellTask } from './safeguarding.policy.js';
import { tellSafeguardingStep } from './use-cases/tell-safeguarding-step.js';

const payloadShape = z.object({ stepId: z.string() });

/** Telling a student of a step on the stated day, as the platform. */
export function createSafeguardingTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [tellTask]: async (payload) => {
      const { stepId } = payloadShape.parse(payload);
      requireDone(await tellSafeguardingStep(deps, systemActor(tellTask), { stepId: toId(stepId) }));
    },
  };
}
