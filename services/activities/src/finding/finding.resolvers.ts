import { toId } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import { GraphQLError } from 'graphql';
import type { ActivityFinder, Resolvers } from '../generated/graphql.js';
import { calendarDaysMax, checkFilter, type ActivityFilter } from './activity-filter.js';

const dayMs = 86_400_000;

/** Resolvers of finding activities. */
export const findingResolvers: Resolvers = {
  Query: {
    findActivities: async (_root, { filter, order, ...page }, { now, campusZone, read, loaders }) => {
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
  const checked = checkFilter({
    from: finder?.from ?? undefined,
    to: finder?.to ?? undefined,
    weekdays: finder?.weekdays ?? [],
    timesOfDay: finder?.timesOfDay ?? [],
    place: textOf(finder?.place),
    venueIds: finder?.venueIds?.map((id) => toId(id)) ?? [],
    kinds: finder?.kinds ?? [],
    groupIds: finder?.groupIds?.map((id) => toId(id)) ?? [],
    languages: finder?.languages ?? [],
    accessFeatures: finder?.accessFeatures ?? [],
    freeSeatsOnly: finder?.freeSeatsOnly ?? false,
    text: textOf(finder?.text),
    ids: finder?.ids?.map((id) => toId(id)) ?? [],
  });
  if (checked.ok) return checked.value;
  const { fields } = checked.error;
  throw badInput(fields.map(({ path, message }) => `${path}: ${message}`).join(' '));
}

function textOf(text: string | null | undefined): string | undefined {
  const trimmed = text?.replaceAll('\0', '').trim();
  return trimmed === '' ? undefined : trimmed;
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
