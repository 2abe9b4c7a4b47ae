import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import { calendarDaysMax, type ActivityFilter, type ActivityOrder, type Asked } from './activity-filter.js';
import { conditionsOf, Parameters } from './filter-conditions.js';

/** Where one activity stands in what was found. */
export type FoundActivity = { readonly id: ActivityId; readonly key: Date };

/** How many activities take place on a day, written as `YYYY-MM-DD`. */
export type CalendarDay = { readonly day: string; readonly count: number };

/** Finds activities; every statement starts from what everybody may find. */
export type FindingRepository = ReturnType<typeof createFindingRepository>;

const orders: Readonly<
  Record<ActivityOrder, { readonly column: string; readonly direction: string; readonly sign: string }>
> = {
  SOONEST: { column: 'a.starts_at', direction: 'asc', sign: '>' },
  NEWEST: { column: 'a.published_at', direction: 'desc', sign: '<' },
};

/** A repository over one connection or transaction. */
export function createFindingRepository(manager: EntityManager) {
  return {
    /** A page of what fits, as ids with the instants they are ordered by, in one statement. */
    async page(
      filter: ActivityFilter,
      { order, first, after }: PageRequest & { readonly order: ActivityOrder },
      asked: Asked,
    ): Promise<Page<FoundActivity>> {
      const { column, direction, sign } = orders[order];
      const parameters = new Parameters();
      const conditions = [...conditionsOf(filter, asked, parameters)];
      if (after !== undefined)
        conditions.push(
          `(${column}, a.id) ${sign} (${parameters.add(after[0])}::timestamptz, ${parameters.add(after[1])}::uuid)`,
        );
      const rows: readonly FoundActivity[] = await manager.query(
        `select a.id, ${column} as key from activity a where ${conditions.join(' and ')}
         order by ${column} ${direction}, a.id ${direction} limit ${parameters.add(first + 1)}::int`,
        [...parameters.values],
      );
      return toPage(rows, first, ({ key, id }) => [key.toISOString(), id]);
    },

    /** On which days of a stretch, both ends included, how many of them take place; days without any are left out. */
    async countDays(
      filter: ActivityFilter,
      { from, to }: { readonly from: string; readonly to: string },
      asked: Asked,
    ): Promise<readonly CalendarDay[]> {
      const parameters = new Parameters();
      const conditions = conditionsOf(filter, asked, parameters);
      const [zone, first, last] = [parameters.add(asked.zone), parameters.add(from), parameters.add(to)];
      const local = (column: string): string => `(${column} at time zone ${zone}::text)::date`;
      return manager.query(
        `select to_char(day, 'YYYY-MM-DD') as day, count(*)::int as count
         from activity a
         cross join lateral generate_series(
           greatest(${local('a.starts_at')}, ${first}::date),
           least(${local(`(a.ends_at - interval '1 microsecond')`)}, ${last}::date), interval '1 day') day
         where ${conditions.join(' and ')}
           and a.ends_at > ${first}::date::timestamp at time zone ${zone}::text
           and a.starts_at < (${last}::date + 1)::timestamp at time zone ${zone}::text
         group by day order by day limit ${calendarDaysMax}`,
        [...parameters.values],
      );
    },
  };
}
