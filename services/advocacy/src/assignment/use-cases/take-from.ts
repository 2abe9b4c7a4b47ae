import type { Unit } from '@guildhall/subgraph';
import type { Case } from '../../case/case.js';
import type { Repositories } from '../../deps.js';
import type { AssignmentEnd } from '../assignment.js';

/**
 * Takes a case from somebody who works on it: they lose sight of it at once, and without its worker it waits to be
 * assigned again; what was merged into it goes the same way. Clocks run on, and what they read stays in the ledger. The lock of the walls is held already.
 */
export async function takeFrom(
  { assignments, cases }: Pick<Unit<Repositories>, 'assignments' | 'cases'>,
  item: Case,
  { subject, reason, at }: { readonly subject: string; readonly reason: AssignmentEnd; readonly at: Date },
): Promise<Case> {
  for (const merged of await cases.listMergedInto(item.id))
    await takeFrom({ assignments, cases }, merged, { subject, reason, at });
  const isWorker = item.assignee === subject;
  if (!isWorker && item.secondWorker !== subject) return item;
  await assignments.end(item.id, isWorker ? 'WORKER' : 'SECOND', { reason, at });
  return cases.save(isWorker ? { ...item, assignee: undefined, vacatedAt: at } : { ...item, secondWorker: undefined });
}
