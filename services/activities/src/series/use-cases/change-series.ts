import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Activity, ActivityId } from '../../activity/activity.js';
import { refuseActivity } from '../../activity/decide-activity.js';
import { editActivity } from '../../activity/plan-activity.js';
import { followDates } from '../../booking/use-cases/follow-dates.js';
import type { Deps, Repositories } from '../../deps.js';
import { instantOn } from '../recurrence.js';
import { seriesPolicy } from '../series.policy.js';
import {
  editSeries as edit,
  endSeries as end,
  skipDate,
  type Series,
  type SeriesAction,
  type SeriesChanges,
  type SeriesId,
} from '../series.js';
import { draftAheadTask, draftDates } from './draft-ahead.js';

/** The series for whoever keeps it, locked; for anybody else it is not there. */
async function openSeries(unit: Unit<Repositories>, actor: Actor, seriesId: SeriesId, action: SeriesAction) {
  const series = await unit.series.findLocked(seriesId);
  if (series === null) return err(notFound('ActivitySeries'));
  if (seriesPolicy.canKeep(actor, series)) return ok(series);
  const known = (await unit.series.listOccurrences([seriesId])).map(({ activityId }) => activityId);
  const seen = await unit.activities.listVisible(actor, known);
  return seen.some(({ team }) => team.some(({ memberId }) => actor.kind === 'person' && actor.memberId === memberId))
    ? err(notAllowed(action, 'ActivitySeries'))
    : err(notFound('ActivitySeries'));
}

/** Which date of which series is left out, and why. */
export type SkipSeriesDate = { readonly seriesId: SeriesId; readonly on: string; readonly reason: string };

/** Leaves one date out. What was drafted for it is called off; what is more than a draft is called off by itself, with its people told. */
export function skipSeriesDate({ transaction, clock }: Deps, actor: Actor, { seriesId, on, reason }: SkipSeriesDate) {
  return transaction(async (unit) => {
    const opened = await openSeries(unit, actor, seriesId, 'SKIP_DATE');
    if (!opened.ok) return opened;
    const now = clock.now();
    const skipped = skipDate(opened.value, on, now);
    if (!skipped.ok) return skipped;
    const occurrence = (await unit.series.listOccurrences([seriesId])).find((one) => one.on === on);
    const activity = occurrence && (await unit.activities.findVisibleLocked(actor, occurrence.activityId));
    if (activity && activity.status !== 'CANCELLED') {
      if (activity.status !== 'DRAFT') return err(illegalTransition('SKIP_DATE', activity.status));
      const off = await callOff(unit, activity, { reason, now });
      if (!off.ok) return off;
    }
    return ok(await unit.series.save(skipped.value));
  });
}

/** Which series ends, and why. */
export type EndSeries = { readonly seriesId: SeriesId; readonly reason: string };

/** Ends a series: coming drafts are called off; whatever is more than a draft stays as it is. */
export function endSeries({ transaction, clock }: Deps, actor: Actor, { seriesId, reason }: EndSeries) {
  return transaction(async (unit) => {
    const opened = await openSeries(unit, actor, seriesId, 'END');
    if (!opened.ok) return opened;
    const now = clock.now();
    const ended = end(opened.value, now);
    if (!ended.ok) return ended;
    for (const activity of await draftsFrom(unit, actor, { series: opened.value, from: opened.value.firstOn })) {
      if (activity.startsAt <= now) continue;
      const off = await callOff(unit, activity, { reason, now });
      if (!off.ok) return off;
    }
    await unit.jobs.cancel(`${draftAheadTask}:${seriesId}`);
    return ok(await unit.series.save(ended.value));
  });
}

/** From which of its activities on a series changes, and how. */
export type EditSeries = { readonly activityId: ActivityId; readonly changes: SeriesChanges };

/** Changes an activity and those after it: drafts at once, and whatever is drafted later. What is more than a draft stays as it is. */
export function editSeries(
  { transaction, clock, ids, campusZone }: Deps,
  actor: Actor,
  { activityId, changes }: EditSeries,
) {
  return transaction(async (unit) => {
    const [occurrence] = await unit.series.listOccurrencesOf([activityId]);
    if (occurrence === undefined) return err(notFound('ActivitySeries'));
    const opened = await openSeries(unit, actor, occurrence.seriesId, 'EDIT');
    if (!opened.ok) return opened;
    const now = clock.now();
    const edited = edit(opened.value, changes, now);
    if (!edited.ok) return edited;
    const series = await unit.series.save(edited.value);
    for (const activity of await draftsFrom(unit, actor, { series, from: occurrence.on })) {
      const next = editActivity(activity, planChanges(series, activity, changes), now);
      if (!next.ok) return next;
      const saved = await unit.activities.save(next.value);
      await followDates(unit, saved, campusZone);
    }
    const drafted = await draftDates(unit, series, { ids, now });
    return drafted.ok ? ok(series) : drafted;
  });
}

type Draft = Activity & { readonly on: string };

/** The drafts of a series from a day on, locked in the order of their days. */
async function draftsFrom(
  unit: Unit<Repositories>,
  actor: Actor,
  { series, from }: { readonly series: Series; readonly from: string },
): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const { on, activityId } of await unit.series.listOccurrences([series.id])) {
    const activity = on < from ? null : await unit.activities.findVisibleLocked(actor, activityId);
    if (activity?.status === 'DRAFT') drafts.push({ ...activity, on });
  }
  return drafts;
}

function planChanges({ startTime, zone, content }: Series, draft: Draft, changes: SeriesChanges): Partial<Activity> {
  const { title, summary, place } = { ...draft, ...changes };
  if (changes.startTime === undefined && changes.minutes === undefined) return { title, summary, place };
  const startsAt = instantOn(draft.on, startTime, zone);
  const endsAt = new Date(startsAt.getTime() + content.minutes * 60_000);
  return { title, summary, place, startsAt, endsAt, registrationClosesAt: startsAt };
}

async function callOff(
  unit: Unit<Repositories>,
  activity: Activity,
  { reason, now }: { readonly reason: string; readonly now: Date },
) {
  const off = refuseActivity(activity, 'CANCEL', { reason, now });
  if (!off.ok) return off;
  await unit.bookings.releaseAll(activity.id, 'The activity was called off.');
  await unit.tasks.dropOpen(activity.id);
  return ok(await unit.activities.save(off.value));
}
