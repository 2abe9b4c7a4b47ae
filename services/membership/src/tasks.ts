import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from './deps.js';
import { checkDormancy } from './group/use-cases/check-dormancy.js';
import { expireMandate } from './group/use-cases/expire-mandate.js';

const mandatePayload = z.object({ mandateId: z.string() });
const groupPayload = z.object({ groupId: z.string() });

/** The timed decisions of this service, made as the platform. */
export function createTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    'end-mandate': async (payload) => {
      requireDone(await expireMandate(deps, { mandateId: toId(mandatePayload.parse(payload).mandateId) }));
    },
    'check-dormancy': async (payload) => {
      requireDone(await checkDormancy(deps, { groupId: toId(groupPayload.parse(payload).groupId) }));
    },
  };
}
