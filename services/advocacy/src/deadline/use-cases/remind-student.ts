import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { dueFrom, morningOf } from '../due.js';
import { timedTasks } from '../timed-tasks.js';

/** Reminds a silent student, as the platform, twice at most; a case that moved on is left alone. */
export function remindStudent({ transaction, clock, ids }: Deps, { caseId }: { readonly caseId: CaseId }) {
  return transaction(async ({ cases, deadlines, inbox, jobs }) => {
    const now = clock.now();
    const item = await cases.findVisible({ actor: systemActor(timedTasks.remind), self: undefined }, caseId);
    if (item === null) return err(notFound('Case'));
    const wait = (await deadlines.listPauses([caseId])).findLast(
      ({ basis, to }) => basis === 'WAITING_STUDENT' && to === undefined,
    );
    if (item.status !== 'WAITING_STUDENT' || wait === undefined) return ok(item);
    const { reminderDays, calendar } = await deadlines.ruleAt(wait.from);
    const instants = reminderDays.map((amount) =>
      morningOf(dueFrom(wait.from, { measure: 'WORKING_DAYS', amount }, calendar), calendar),
    );
    const sent = await deadlines.countReminders(wait.id);
    const [due, following] = instants.slice(sent);
    const isDue = due !== undefined && due <= now;
    if (isDue) {
      const reminder = { id: ids.random<'Reminder'>(), pauseId: wait.id, number: sent + 1, at: now };
      await deadlines.addReminder(reminder);
      await inbox.tell({
        to: { kind: 'STUDENT', pseudonym: item.student },
        reason: 'CASE_STATUS',
        caseId,
        sourceId: reminder.id,
      });
    }
    const runAt = isDue ? following : due;
    if (runAt !== undefined)
      await jobs.enqueue(timedTasks.remind, { caseId }, { runAt, key: `${timedTasks.remind}:${caseId}` });
    return ok(item);
  });
}
