import { err, limitReached, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps, Repositories } from '../../deps.js';
import { openOrganising, openPlans } from '../../team/use-cases/open-organising.js';
import { currentBudgetRules } from '../budget-rules.js';
import { checkLimit, checkLine, type BudgetLine, type BudgetLineId, type BudgetLinePlan } from '../budget.js';

/** A line for the budget of an activity. */
export type AddBudgetLine = BudgetLinePlan & { readonly activityId: ActivityId };

/** Which line, and what changes. */
export type EditBudgetLine = { readonly lineId: BudgetLineId; readonly changes: Partial<BudgetLinePlan> };

/** Adds a line; refused when expenses would come to more than what was approved allows. */
export function addBudgetLine({ transaction, ids }: Deps, actor: Actor, { activityId, ...plan }: AddBudgetLine) {
  return transaction(async (unit) => {
    const opened = await openOrganising(unit, actor, { activityId, action: 'PLAN', kind: 'Activity' });
    if (!opened.ok) return opened;
    const line: BudgetLine = { ...plan, id: ids.ordered(), activityId, version: 1 };
    const checked = checkLine(line);
    if (!checked.ok) return checked;
    const { before, approval } = await readBudget(unit, activityId);
    const { linesMax } = currentBudgetRules;
    if (before.length >= linesMax) return err(limitReached('This budget has too many lines.', linesMax));
    const fits = checkLimit([...before, checked.value], { approval, before });
    return fits.ok ? ok(await unit.budgets.addLine(checked.value)) : fits;
  });
}

/** Changes a line, for example to what it cost and where the receipt is. */
export function editBudgetLine({ transaction }: Deps, actor: Actor, { lineId, changes }: EditBudgetLine) {
  return transaction(async (unit) => {
    const opened = await openLine(unit, actor, { lineId, action: 'EDIT' });
    if (!opened.ok) return opened;
    const checked = checkLine({ ...opened.value, ...changes }, 'changes.');
    if (!checked.ok) return checked;
    const { before, approval } = await readBudget(unit, checked.value.activityId);
    const after = before.map((line) => (line.id === lineId ? checked.value : line));
    const fits = checkLimit(after, { approval, before });
    return fits.ok ? ok(await unit.budgets.saveLine(checked.value)) : fits;
  });
}

/** Takes a line out of the budget. */
export function removeBudgetLine({ transaction }: Deps, actor: Actor, { lineId }: { readonly lineId: BudgetLineId }) {
  return transaction(async (unit) => {
    const opened = await openLine(unit, actor, { lineId, action: 'REMOVE' });
    if (!opened.ok) return opened;
    await unit.budgets.removeLine(lineId);
    const activity = await unit.activities.findVisible(actor, opened.value.activityId);
    return activity === null ? err(notFound('BudgetLine')) : ok(activity);
  });
}

async function openLine(
  unit: Pick<Repositories, 'activities' | 'budgets'>,
  actor: Actor,
  { lineId, action }: { readonly lineId: BudgetLineId; readonly action: string },
) {
  const found = await unit.budgets.findLine(lineId);
  if (found === null) return err(notFound('BudgetLine'));
  const opened = await openPlans(unit, actor, { activityId: found.activityId, kind: 'BudgetLine' });
  if (!opened.ok) return opened;
  if (!activityPolicy.canOrganise(actor, opened.value)) return err(notAllowed(action, 'BudgetLine'));
  // Read again under the lock: whoever came first may have changed it or taken it out.
  const line = await unit.budgets.findLine(lineId);
  return line === null ? err(notFound('BudgetLine')) : ok(line);
}

async function readBudget({ budgets }: Pick<Repositories, 'budgets'>, activityId: ActivityId) {
  const before = await budgets.listLines([activityId]);
  return { before, approval: (await budgets.listApprovals([activityId])).get(activityId) };
}
