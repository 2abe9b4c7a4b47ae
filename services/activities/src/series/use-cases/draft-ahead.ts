import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { draftActivity } from '../../activity/plan-activity.js';
import type { Deps, Repositories } from '../../deps.js';
import { foundTeam } from '../../team/team.js';
import { addPlans } from '../../template/use-cases/add-plans.js';
import { planFrom } from '../../template/template.js';
import { seriesPolicy } from '../series.policy.js';
import { currentSeriesRules } from '../series-rules.js';
import { datesOf, seriesLifecycle, type Series, type SeriesDate, type SeriesId } from '../series.js';

/** The name of the job that drafts the coming dates of a series. */
export const draftAheadTask = 'draft-series-ahead';

const dayMs = 86_400_000;

/**
 * Drafts the coming dates of a series as the platform and asks to be called again as long as there are more. Doing it
 * again changes nothing: a date that has an activity, or was left out, is passed over. A late job skips what has begun.
 */
export function draftAhead(deps: Deps, { seriesId, due }: { readonly seriesId: SeriesId; readonly due: Date }) {
  const actor = systemActor(draftAheadTask);
  return deps.transaction(async (unit) => {
    if (!seriesPolicy.canDraftAhead(actor)) return err(notAllowed('DRAFT_AHEAD', 'ActivitySeries'));
    const series = await unit.series.findLocked(seriesId);
    const now = new Date(Math.max(due.getTime(), deps.clock.now().getTime()));
    if (series === null || !seriesLifecycle.can('EDIT', series, now)) return ok(undefined);
    return draftDates(unit, series, { ids: deps.ids, now });
  });
}

/** Drafts what of a series starts within the time ahead, and plans the next time. Call it under the lock of the series. */
export async function draftDates(
  unit: Unit<Repositories>,
  series: Series,
  { ids, now }: Pick<Deps, 'ids'> & { readonly now: Date },
) {
  const horizon = new Date(now.getTime() + currentSeriesRules.daysAhead * dayMs);
  const drafted = new Set((await unit.series.listOccurrences([series.id])).map(({ on }) => on));
  const coming = datesOf(series).filter(({ startsAt }) => startsAt > now);
  const missing = coming.filter(
    ({ on, startsAt }) => startsAt <= horizon && !drafted.has(on) && !series.skipped.includes(on),
  );
  for (const date of missing) {
    const done = await draftDate(unit, series, { ids, now, date });
    if (!done.ok) return err(done.error);
  }
  if (coming.some(({ startsAt }) => startsAt > horizon))
    await unit.jobs.enqueue(
      draftAheadTask,
      { seriesId: series.id },
      {
        runAt: new Date(now.getTime() + currentSeriesRules.daysBetween * dayMs),
        key: `${draftAheadTask}:${series.id}`,
      },
    );
  return ok(undefined);
}

async function draftDate(
  unit: Unit<Repositories>,
  { id: seriesId, groupId, keeperId, content }: Series,
  { ids, now, date }: Pick<Deps, 'ids'> & { readonly now: Date; readonly date: SeriesDate },
) {
  const plan = planFrom(content, date.startsAt, now);
  const drafted = draftActivity(plan, { id: ids.ordered(), groupId, organiserId: keeperId }, now);
  if (!drafted.ok) return drafted;
  const activity = await unit.activities.add(drafted.value);
  await unit.teams.add(foundTeam({ id: ids.ordered(), activityId: activity.id, memberId: keeperId }, now));
  await addPlans(unit, activity, { content, ids });
  await unit.series.addOccurrence({ seriesId, on: date.on, activityId: activity.id });
  return ok(activity);
}
