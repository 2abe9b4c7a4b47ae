import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeCaseStatus, type CaseId } from '../case.js';
import { dormancyTask } from '../case.policy.js';

/** Lets a case rest, as the platform, when the student was silent until the stated instant; a case that moved on is left alone. */
export function fallDormant({ transaction, clock }: Deps, { caseId }: { readonly caseId: CaseId }) {
  return transaction(async ({ cases }) => {
    const item = await cases.findVisible({ actor: systemActor(dormancyTask), self: undefined }, caseId);
    if (item === null) return err(notFound('Case'));
    if (item.status !== 'WAITING_STUDENT') return ok(item);
    const rested = changeCaseStatus(item, 'FALL_DORMANT', clock.now());
    return rested.ok ? ok(await cases.save(rested.value)) : rested;
  });
}
