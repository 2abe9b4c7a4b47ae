import { toId, type Id } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import { GraphQLError } from 'graphql';
import type { ActivityFinder, Resolvers } from '../generated/graphql.js';
import { calendarDaysMax, checkFilter, everyActivity, type ActivityFilter } from './activity-filter.js';

const dayMs = 86_400_000;

/** Resolvers of finding activities. */
export const findingResolvers: Resolvers = {
  Query: {
    foundActivities: async (_root, { filter, order, ...page }, { now, campusZone, read, loaders }) => {
      const found = await read.finding.page(
        { ...readFilter(filter), from: filter?.from ?? now },
        { order, ...readPageRequest(page, ['instant', 'id']) },
        { now, zone: campusZone },
      );
      const nodes = await Promise.all(found.edges.map(({ node }) => loaders.activities.load(node.id)));
      const edges = found.edges.flatMap(({ cursor }, index) => {
        const node = nodes[index];
        return node === undefined ? [] : [{ cursor, node }];
      });
      return { edges, pageInfo: found.pageInfo };
    },
    activityCalendar: async (_root, { from, to, filter }, { now, campusZone, read }) => {
      const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
      if (days < 1 || days > calendarDaysMax)
        throw badInput(`to must lie from 0 to ${calendarDaysMax - 1} days after from.`);
      return read.finding.countDays(readFilter(filter), { from, to }, { now, zone: campusZone });
    },
  },
};

/** What is asked for, or a request error: a filter that breaks a rule was written by a program. */
function readFilter(finder: ActivityFinder | null | undefined): ActivityFilter {
  const given = finder ?? {};
  const ids = <Kind extends string>(list: readonly string[] | null | undefined): readonly Id<Kind>[] =>
    (list ?? []).map((id) => toId<Kind>(id));
  const checked = checkFilter({
    ...everyActivity,
    ...withoutNulls(given),
    place: textOf(given.place),
    venueIds: ids(given.venueIds),
    groupIds: ids(given.groupIds),
    text: textOf(given.text),
    ids: ids(given.ids),
  });
  if (checked.ok) return checked.value;
  const { fields } = checked.error;
  throw badInput(fields.map(({ path, message }) => `${path}: ${message}`).join(' '));
}

/** What stands in the filter as it is, without what was left out or null. */
function withoutNulls(given: ActivityFinder): Partial<ActivityFilter> {
  const { from, to, weekdays, timesOfDay, kinds, languages, accessFeatures, freeSeatsOnly } = given;
  const plain = { from, to, weekdays, timesOfDay, kinds, languages, accessFeatures, freeSeatsOnly };
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null && value !== undefined));
}

function textOf(text: string | null | undefined): string | undefined {
  const trimmed = text?.replaceAll('\0', '').trim();
  return trimmed === '' ? undefined : trimmed;
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
