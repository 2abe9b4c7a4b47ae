import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { timedTasks } from '../../deadline/timed-tasks.js';
import { retentionPolicy, sweepingTask } from '../retention.policy.js';

/** Plans, every night, the erasure of the cases whose time is over, one job each. */
export function sweepCases({ transaction, clock }: Deps) {
  return transaction(async ({ jobs, retentions }) => {
    if (!retentionPolicy.canSweep(systemActor(sweepingTask))) return err(notAllowed('SWEEP', 'Case'));
    const now = clock.now();
    const due = await retentions.listDue(now);
    for (const caseId of due)
      await jobs.enqueue(
        timedTasks.pseudonymise,
        { caseId },
        { runAt: now, key: `${timedTasks.pseudonymise}:${caseId}` },
      );
    return ok({ planned: due.length });
  });
}
