import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import { changeCaseStatus, type CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { endWait } from './end-wait.js';
import { timedTasks } from '../timed-tasks.js';

/** Closes a dormant case for want of contact, as the platform, at the rule's time; its student can take it up again. */
export function closeSilentCase({ transaction, clock, ids }: Deps, { caseId }: { readonly caseId: CaseId }) {
  return transaction(async ({ cases, deadlines, inbox, jobs }) => {
    const now = clock.now();
    const item = await cases.findVisible({ actor: systemActor(timedTasks.closeSilent), self: undefined }, caseId);
    if (item === null) return err(notFound('Case'));
    if (item.status !== 'DORMANT') return ok(item);
    const closed = changeCaseStatus(item, 'CLOSE', now);
    if (!closed.ok) return closed;
    await endWait({ deadlines, jobs }, caseId, now);
    await inbox.tell({
      to: { kind: 'STUDENT', pseudonym: item.student },
      reason: 'CASE_STATUS',
      caseId,
      sourceId: ids.random(),
    });
    return ok(await cases.save({ ...closed.value, outcome: 'NO_CONTACT' }));
  });
}
