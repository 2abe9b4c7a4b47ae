import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';
import { ActivitySeriesEntity } from './series.entity.js';
import type { Series, SeriesId } from './series.js';

/** Which activity a date of a series was drafted as. */
export type Occurrence = { readonly seriesId: SeriesId; readonly on: string; readonly activityId: ActivityId };

/** Reads and writes series, for callers that ask their policy first. */
export type SeriesRepository = ReturnType<typeof createSeriesRepository>;

const occurrences =
  'select series_id as "seriesId", on_day as "on", activity_id as "activityId" from activity_occurrence';

/** A repository over one connection or transaction. */
export function createSeriesRepository(manager: EntityManager) {
  const query = () => manager.createQueryBuilder(ActivitySeriesEntity, 'series');
  return {
    /** One series, or nothing. */
    find: (id: SeriesId): Promise<Series | null> => query().where('series.id = :id', { id }).getOne(),

    /** As `find`, and nobody else drafts or changes anything of it until the transaction ends. */
    findLocked: (id: SeriesId): Promise<Series | null> =>
      query().where('series.id = :id', { id }).setLock('for_no_key_update').getOne(),

    /** These series, in no particular order. */
    list: (ids: readonly SeriesId[]): Promise<readonly Series[]> =>
      query().where('series.id = any(:ids)', { ids }).getMany(),

    /** The dates that were drafted of these series, by day. */
    listOccurrences: (ids: readonly SeriesId[]): Promise<readonly Occurrence[]> =>
      manager.query(`${occurrences} where series_id = any($1::uuid[]) order by on_day`, [ids]),

    /** Of which series, and for which day, these activities were drafted. */
    listOccurrencesOf: (ids: readonly ActivityId[]): Promise<readonly Occurrence[]> =>
      manager.query(`${occurrences} where activity_id = any($1::uuid[])`, [ids]),

    /** Ties an activity to a date of a series; a date has one, and an activity is of one series. */
    async addOccurrence({ seriesId, on, activityId }: Occurrence): Promise<void> {
      await manager.query('insert into activity_occurrence (series_id, on_day, activity_id) values ($1, $2, $3)', [
        seriesId,
        on,
        activityId,
      ]);
    },

    /** How many series of a group run. Two who start one at once come one after the other. */
    async countRunning(groupId: GroupId, now: Date): Promise<number> {
      await manager.query(`select pg_advisory_xact_lock(1936028005, hashtext($1))`, [groupId]);
      const [row]: { count: number }[] = await manager.query(
        'select count(*)::int as count from activity_series where group_id = $1 and ended_at is null and lasts_until > $2',
        [groupId, now],
      );
      return row?.count ?? 0;
    },

    add: (series: Series): Promise<Series> => insertRow(manager, ActivitySeriesEntity, series),
    save: (series: Series): Promise<Series> => updateRow(manager, ActivitySeriesEntity, series),
  };
}
