import { commitmentOf } from '@guildhall/lot';
import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { currentFairStartRules } from '../fair-start-rules.js';
import { fairStartPolicy } from '../fair-start.policy.js';
import { planWindow, type CollectionWindow } from '../fair-start.js';
import { drawTask } from './draw-places.js';

/** Which activity, and when entries to its draw are collected. */
export type PlanFairStart = CollectionWindow & { readonly activityId: ActivityId };

/**
 * Plans the fair start of an activity, or moves its window before it opens. The seed is chosen and its commitment public
 * from now on, before anybody can enter; moving the window keeps both.
 */
export function planFairStart({ transaction, clock, ids }: Deps, actor: Actor, input: PlanFairStart) {
  return transaction(async ({ activities, fairStarts, jobs }) => {
    const activity = await activities.findVisibleLocked(actor, input.activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!fairStartPolicy.can(actor, 'PLAN', activity)) return err(notAllowed('PLAN', 'FairStart'));
    const planned = planWindow(activity, input, clock.now());
    if (!planned.ok) return planned;
    const seed = `${ids.random()}${ids.random()}`;
    await fairStarts.plan(
      {
        activityId: activity.id,
        commitment: commitmentOf(seed),
        rulesVersion: currentFairStartRules.version,
        places: undefined,
        seed: undefined,
      },
      seed,
    );
    await jobs.enqueue(
      drawTask,
      { activityId: activity.id },
      { runAt: input.closesAt, key: `${drawTask}:${activity.id}` },
    );
    return ok(await activities.save(planned.value));
  });
}
