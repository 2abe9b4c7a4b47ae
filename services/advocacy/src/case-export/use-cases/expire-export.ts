import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { timedTasks } from '../../deadline/timed-tasks.js';
import type { Deps } from '../../deps.js';
import { exportLifecycle } from '../case-export.js';

/** Destroys, as the platform, a bundle whose time is over. */
export function expireExport({ transaction, clock }: Deps, { caseId }: { readonly caseId: CaseId }) {
  return transaction(async ({ cases, exports }) => {
    const now = clock.now();
    const item = await cases.findVisible({ actor: systemActor(timedTasks.expireExport), self: undefined }, caseId);
    if (item === null) return err(notFound('Case'));
    for (const one of await exports.listOfCases([caseId])) {
      if (!exportLifecycle.can('EXPIRE', one, now)) continue;
      await exports.destroyWords(one);
      await exports.save({ ...one, status: 'EXPIRED' });
    }
    return ok({ caseId });
  });
}
