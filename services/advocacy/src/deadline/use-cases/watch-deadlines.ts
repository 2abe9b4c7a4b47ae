import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Case, CaseId } from '../../case/case.js';
import type { Deps, Repositories } from '../../deps.js';
import type { Recipient } from '../../inbox/notice.js';
import type { Vault } from '../../sealing/sealing.js';
import { isKeptByWorker, type Deadline } from '../deadline.js';
import { timedTasks } from '../timed-tasks.js';
import { warningsAt, type Warning } from '../watch.js';

/**
 * Tells, as the platform, what the deadlines of a case call for now: the worker before one is missed, the worker and the
 * advice manager when it was, the student of dates that are theirs to keep. Once each. A case that is over owes nothing.
 */
export function watchDeadlines(deps: Deps, { caseId }: { readonly caseId: CaseId }) {
  const { transaction, clock, vault } = deps;
  return transaction(async ({ cases, deadlines, inbox }) => {
    const now = clock.now();
    const item = await cases.findVisible({ actor: systemActor(timedTasks.watch), self: undefined }, caseId);
    if (item === null) return err(notFound('Case'));
    if (item.status === 'CLOSED' || item.status === 'SIGNPOSTED') return ok(item);
    const owed = (await deadlines.listOf([caseId], now)).filter(({ metAt }) => metAt === undefined);
    const managers = (await deadlines.listManagers(now)).filter((manager) => !isStudent(manager, item, vault));
    for (const warning of warningsAt(owed, await deadlines.ruleAt(now), now)) {
      if (!(await deadlines.note(warning.deadline, warning.what, now))) continue;
      await tell(inbox, item, { warning, managers: managers.map(({ subject }) => subject) });
    }
    await deadlines.watch(caseId, now);
    return ok(item);
  });
}

type Manager = Awaited<ReturnType<Repositories['deadlines']['listManagers']>>[number];

function isStudent({ memberId }: Manager, { student }: Case, vault: Vault): boolean {
  return memberId !== undefined && vault.pseudonym(memberId) === student;
}

async function tell(
  inbox: Repositories['inbox'],
  item: Case,
  { warning, managers }: { readonly warning: Warning; readonly managers: readonly string[] },
): Promise<void> {
  const { deadline, what } = warning;
  const reason = what === 'NEAR' ? ('DEADLINE_NEAR' as const) : ('DEADLINE_MISSED' as const);
  for (const to of recipients(item, deadline, { isMissed: what === 'MISSED', managers }))
    await inbox.tell({ to, reason, caseId: item.id, sourceId: deadline.id });
}

function recipients(
  { assignee, student }: Case,
  deadline: Deadline,
  { isMissed, managers }: { readonly isMissed: boolean; readonly managers: readonly string[] },
): readonly Recipient[] {
  const staff = new Set([
    ...(assignee === undefined ? [] : [assignee]),
    ...(isMissed || assignee === undefined ? managers : []),
  ]);
  const own: readonly Recipient[] = isKeptByWorker(deadline) ? [{ kind: 'STUDENT', pseudonym: student }] : [];
  return [...[...staff].map((subject): Recipient => ({ kind: 'STAFF', subject })), ...own];
}
