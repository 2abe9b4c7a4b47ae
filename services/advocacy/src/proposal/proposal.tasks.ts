import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { gatheringTask, verificationTask } from './proposal.policy.js';
import { closeGathering } from './use-cases/close-gathering.js';
import { closeVerification } from './use-cases/close-verification.js';

const payload = z.object({ proposalId: z.string() });

/** The timed decisions about proposals. */
export function createProposalTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [gatheringTask]: async (job) => {
      requireDone(await closeGathering(deps, { proposalId: toId(payload.parse(job).proposalId) }));
    },
    [verificationTask]: async (job) => {
      requireDone(await closeVerification(deps, { proposalId: toId(payload.parse(job).proposalId) }));
    },
  };
}
