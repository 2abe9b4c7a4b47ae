import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { raisingTask } from './issue.policy.js';
import { raiseWaitingIssue } from './use-cases/raise-waiting-issue.js';

const payload = z.object({ issueId: z.string() });

/** The timed decisions about issues. */
export function createIssueTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [raisingTask]: async (stored) => {
      requireDone(await raiseWaitingIssue(deps, { issueId: toId(payload.parse(stored).issueId) }));
    },
  };
}
