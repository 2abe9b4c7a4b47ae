import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { activityPolicy } from '../activity/activity.policy.js';
import type { ActivityId } from '../activity/activity.js';
import type { Resolvers } from '../generated/graphql.js';
import { seriesPolicy } from './series.policy.js';
import { datesOf, seriesLifecycle, type Series, type SeriesDate } from './series.js';

/** A date of a series with what became of it. */
export type SeriesDateModel = SeriesDate & { readonly isSkipped: boolean; readonly activityId: ActivityId | undefined };

const succeed = (series: Series) => ({ series });

/** Resolvers of series. */
export const seriesResolvers: Resolvers = {
  Activity: {
    series: async (activity, _args, { actor, loaders }) =>
      activityPolicy.canSeePapers(actor, activity)
        ? ((await loaders.organising.series.load(activity.id)) ?? null)
        : null,
  },
  ActivitySeries: {
    title: ({ content }) => content.title,
    minutes: ({ content }) => content.minutes,
    dates: async (series, _args, { loaders, now }): Promise<readonly SeriesDateModel[]> => {
      if (series.endedAt !== undefined) return [];
      const drafted = await loaders.organising.occurrences.load(series.id);
      const activityOf = new Map(drafted.map(({ on, activityId }) => [on, activityId]));
      return datesOf(series)
        .filter(({ startsAt }) => startsAt > now)
        .map((date) => ({
          ...date,
          isSkipped: series.skipped.includes(date.on),
          activityId: activityOf.get(date.on),
        }));
    },
    viewerActions: (series, _args, { actor, now }) =>
      viewerActions(seriesLifecycle, series, now, () => seriesPolicy.canKeep(actor, series)),
  },
  SeriesDate: {
    activity: async ({ activityId }, _args, { loaders }) =>
      activityId === undefined ? null : ((await loaders.activities.load(activityId)) ?? null),
  },
  Mutation: {
    startSeries: async (_root, { input }, { actor, activities }) =>
      toResult(
        'StartSeriesSuccess',
        await activities.startSeries(actor, {
          activityId: toId(input.activityId),
          rule: input.rule,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        succeed,
      ),
    startSeriesFromTemplate: async (_root, { input }, { actor, activities }) =>
      toResult(
        'StartSeriesFromTemplateSuccess',
        await activities.startSeriesFromTemplate(actor, {
          templateId: toId(input.templateId),
          groupId: toId(input.groupId),
          startsAt: input.startsAt,
          rule: input.rule,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        succeed,
      ),
    skipSeriesDate: async (_root, { input }, { actor, activities }) =>
      toResult(
        'SkipSeriesDateSuccess',
        await activities.skipSeriesDate(actor, { ...input, seriesId: toId(input.seriesId) }),
        succeed,
      ),
    editSeries: async (_root, { input: { activityId, changes } }, { actor, activities }) =>
      toResult(
        'EditSeriesSuccess',
        await activities.editSeries(actor, {
          activityId: toId(activityId),
          changes: {
            ...(changes.title != null && { title: changes.title.trim() }),
            ...(changes.summary != null && { summary: changes.summary.trim() }),
            ...(changes.place != null && { place: changes.place.trim() }),
            ...(changes.startTime != null && { startTime: changes.startTime }),
            ...(changes.minutes != null && { minutes: changes.minutes }),
          },
        }),
        succeed,
      ),
    endSeries: async (_root, { input }, { actor, activities }) =>
      toResult(
        'EndSeriesSuccess',
        await activities.endSeries(actor, { ...input, seriesId: toId(input.seriesId) }),
        succeed,
      ),
  },
};
