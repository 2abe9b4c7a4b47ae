import {
  actorKey,
  conflict,
  err,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps, Repositories } from '../../deps.js';
import type { GroupId } from '../../references/group.js';
import { openOrganising } from '../../team/use-cases/open-organising.js';
import { templatePolicy } from '../../template/template.policy.js';
import { contentOf, type TemplateId } from '../../template/template.js';
import { dayAndTime } from '../recurrence.js';
import { seriesPolicy } from '../series.policy.js';
import { currentSeriesRules } from '../series-rules.js';
import { startSeries as start, type SeriesId, type SeriesStart } from '../series.js';
import { draftDates } from './draft-ahead.js';

type Keyed = { readonly rule: string; readonly idempotencyKey: string | undefined };

/** Which activity comes back, and how often. */
export type StartSeries = Keyed & { readonly activityId: ActivityId };

/** Lets an activity come back: it is the first date, and the coming ones are drafted like it, with nobody in their plans. */
export function startSeries(deps: Deps, actor: Actor, { idempotencyKey, ...input }: StartSeries) {
  const request = { actor: actorKey(actor), key: idempotencyKey, operation: 'startSeries', input };
  return deps.idempotentTransaction(request, replayed(actor), async (unit) => {
    const { activityId, rule } = input;
    const opened = await openOrganising(unit, actor, { activityId, action: 'START', kind: 'ActivitySeries' });
    if (!opened.ok) return opened;
    const activity = opened.value;
    const keeperId = memberOf(actor);
    if (keeperId === undefined) return err(notAllowed('START', 'ActivitySeries'));
    if ((await unit.series.listOccurrencesOf([activityId])).length > 0)
      return err(conflict('This activity is one of a series already.'));
    const content = contentOf({
      activity,
      tasks: await unit.tasks.listOf([activityId]),
      runSheet: await unit.runItems.listOf([activityId]),
    });
    const { on: firstOn, time: startTime } = dayAndTime(activity.startsAt, deps.campusZone);
    const plan = { groupId: activity.groupId, keeperId, rule, firstOn, startTime, content };
    return begin(deps, unit, { ...plan, id: deps.ids.ordered(), zone: deps.campusZone, activityId });
  });
}

/** From which template, for which group, from when on and how often. */
export type StartSeriesFromTemplate = Keyed & {
  readonly templateId: TemplateId;
  readonly groupId: GroupId;
  readonly startsAt: Date;
};

/** Starts a series of activities from a template. */
export function startSeriesFromTemplate(
  deps: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: StartSeriesFromTemplate,
) {
  const request = { actor: actorKey(actor), key: idempotencyKey, operation: 'startSeriesFromTemplate', input };
  return deps.idempotentTransaction(request, replayed(actor), async (unit) => {
    const { templateId, groupId, startsAt, rule } = input;
    const template = await unit.templates.find(templateId);
    if (template === null || template.retiredAt !== undefined || !templatePolicy.canSee(actor, template))
      return err(notFound('ActivityTemplate'));
    const keeperId = memberOf(actor);
    if (keeperId === undefined || !activityPolicy.canDraft(actor, groupId))
      return err(notAllowed('START', 'ActivitySeries'));
    if (template.groupId !== undefined && template.groupId !== groupId) return err(notFound('ActivityTemplate'));
    const { on: firstOn, time: startTime } = dayAndTime(startsAt, deps.campusZone);
    const plan = { groupId, keeperId, rule, firstOn, startTime, content: template.content };
    return begin(deps, unit, { ...plan, id: deps.ids.ordered(), zone: deps.campusZone });
  });
}

const replayed =
  (actor: Actor) =>
  async ({ series }: Repositories, id: string) => {
    const found = await series.find(id as SeriesId);
    return found !== null && seriesPolicy.canKeep(actor, found) ? found : null;
  };

async function begin(
  { clock, ids }: Deps,
  unit: Unit<Repositories>,
  { activityId, ...plan }: SeriesStart & { readonly activityId?: ActivityId },
) {
  const now = clock.now();
  const { runningMax } = currentSeriesRules;
  if ((await unit.series.countRunning(plan.groupId, now)) >= runningMax)
    return err(limitReached('This group has too many series. End one first.', runningMax));
  const started = start(plan, now);
  if (!started.ok) return started;
  const series = await unit.series.add(started.value);
  if (activityId !== undefined)
    await unit.series.addOccurrence({ seriesId: series.id, on: series.firstOn, activityId });
  const drafted = await draftDates(unit, series, { ids, now });
  return drafted.ok ? ok(series) : drafted;
}
