import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import { dormancyTask } from './case/case.policy.js';
import { fallDormant } from './case/use-cases/fall-dormant.js';
import { createTimedTasks } from './deadline/run-timed-tasks.js';
import type { Deps } from './deps.js';
import { tellingTask } from './update/update.js';
import { tellChange } from './update/use-cases/tell-change.js';

const changePayload = z.object({ changeId: z.string() });
const casePayload = z.object({ caseId: z.string() });

/** The timed decisions of this service, made as the platform. */
export function createTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    ...createTimedTasks(deps),
    [tellingTask]: async (payload) => {
      requireDone(await tellChange(deps, { changeId: toId(changePayload.parse(payload).changeId) }));
    },
    [dormancyTask]: async (payload) => {
      requireDone(await fallDormant(deps, { caseId: toId(casePayload.parse(payload).caseId) }));
    },
  };
}
