import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Case } from '../../case/case.js';
import type { Repositories } from '../../deps.js';

/** Gives the cases that were merged into one to its new case worker too, unless a wall keeps them from one. The lock of the walls is held already. */
export async function handOverMerged(
  { assignments, cases, walls }: Pick<Unit<Repositories>, 'assignments' | 'cases' | 'walls'>,
  { ids }: { readonly ids: IdSource },
  { item, now }: { readonly item: Case; readonly now: Date },
): Promise<void> {
  for (const merged of await cases.listMergedInto(item.id)) {
    const subject = item.assignee;
    const isFree = subject !== undefined && !(await walls.isBehind(merged.id, subject));
    await assignments.end(merged.id, 'WORKER', { reason: 'REASSIGNED', at: now });
    const assignee = isFree ? subject : undefined;
    await cases.save({ ...merged, assignee, secondWorker: undefined });
    if (assignee === undefined) continue;
    await assignments.begin({ id: ids.random(), caseId: merged.id, subject: assignee, part: 'WORKER', at: now });
  }
}
