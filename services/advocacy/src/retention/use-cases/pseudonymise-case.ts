import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { timedTasks } from '../../deadline/timed-tasks.js';
import { erasesAt, isOver } from '../retention.js';

/** Makes a case whose time is over a fact without a person, as the platform. A hold, or a case taken up again, is left alone. */
export function pseudonymiseCase({ transaction, clock }: Deps, { caseId }: { readonly caseId: CaseId }) {
  return transaction(async ({ cases, retentions }) => {
    const now = clock.now();
    const item = await cases.findVisible({ actor: systemActor(timedTasks.pseudonymise), self: undefined }, caseId);
    if (item === null) return err(notFound('Case'));
    const due = erasesAt(item, await retentions.listRules());
    await retentions.lock(caseId);
    const isHeld = (await retentions.listHolds([caseId])).some(({ liftedAt }) => liftedAt === undefined);
    if (!isOver(item) || item.dataKey === undefined || isHeld || due === undefined || due > now) return ok({ caseId });
    await retentions.erase(item, { reason: 'RETENTION', now });
    return ok({ caseId });
  });
}
