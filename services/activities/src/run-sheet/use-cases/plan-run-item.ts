import {
  err,
  FieldChecks,
  limitReached,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Activity, ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { openOrganising, openPlans } from '../../team/use-cases/open-organising.js';
import { checkRunItem, type RunItem, type RunItemId, type RunItemPlan } from '../run-item.js';
import { currentRunSheetRules } from '../run-sheet-rules.js';

/** A line for the run sheet of an activity. */
export type AddRunItem = RunItemPlan & { readonly activityId: ActivityId };

/** Which line, and what changes. */
export type EditRunItem = { readonly itemId: RunItemId; readonly changes: Partial<RunItemPlan> };

/** Adds a line to the run sheet. It may overlap another: that is warned of, not refused. */
export function addRunItem({ transaction, ids }: Deps, actor: Actor, { activityId, ...plan }: AddRunItem) {
  return transaction(async (unit) => {
    const opened = await openOrganising(unit, actor, { activityId, action: 'PLAN', kind: 'Activity' });
    if (!opened.ok) return opened;
    const { itemsMax } = currentRunSheetRules;
    const { length } = await unit.runItems.listOf([activityId]);
    if (length >= itemsMax) return err(limitReached('This run sheet is full.', itemsMax));
    const item: RunItem = { ...plan, id: ids.ordered(), activityId, version: 1 };
    const checked = checkRunItem(item);
    if (!checked.ok) return checked;
    const held = checkPerson(opened.value, plan, '');
    return held.ok ? ok(await unit.runItems.add(checked.value)) : held;
  });
}

/** Changes a line of the run sheet. */
export function editRunItem({ transaction }: Deps, actor: Actor, { itemId, changes }: EditRunItem) {
  return transaction(async (unit) => {
    const item = await unit.runItems.find(itemId);
    if (item === null) return err(notFound('RunItem'));
    const opened = await openPlans(unit, actor, { activityId: item.activityId, kind: 'RunItem' });
    if (!opened.ok) return opened;
    if (!activityPolicy.canOrganise(actor, opened.value)) return err(notAllowed('EDIT', 'RunItem'));
    const checked = checkRunItem({ ...item, ...changes }, 'changes.');
    if (!checked.ok) return checked;
    const held = checkPerson(opened.value, changes, 'changes.');
    return held.ok ? ok(await unit.runItems.save(checked.value)) : held;
  });
}

/** Takes a line off the run sheet. */
export function removeRunItem({ transaction }: Deps, actor: Actor, { itemId }: { readonly itemId: RunItemId }) {
  return transaction(async (unit) => {
    const item = await unit.runItems.find(itemId);
    if (item === null) return err(notFound('RunItem'));
    const opened = await openPlans(unit, actor, { activityId: item.activityId, kind: 'RunItem' });
    if (!opened.ok) return opened;
    if (!activityPolicy.canOrganise(actor, opened.value)) return err(notAllowed('REMOVE', 'RunItem'));
    await unit.runItems.remove(itemId);
    return ok(opened.value);
  });
}

function checkPerson(
  activity: Activity,
  { memberId }: Partial<RunItemPlan>,
  at: string,
): Result<true, ValidationError> {
  return new FieldChecks()
    .that(
      memberId === undefined || activity.team.some((place) => place.memberId === memberId),
      `${at}memberId`,
      'UNKNOWN',
      'Only somebody on the team can be on the run sheet.',
    )
    .finish(true);
}
