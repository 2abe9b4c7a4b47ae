import { suppress } from '@guildhall/disclosure';
import type { InsightsModel } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** One week's joins, already safe to show. */
export type WeeklyJoins = ReturnType<
  typeof suppress<{ readonly weekOf: string; readonly value: number; readonly people: number }>
>[number];

/** Counts members; nothing leaves here unsuppressed. */
export type InsightsRepository = ReturnType<typeof createInsightsRepository>;

/** A repository over one connection. */
export function createInsightsRepository(manager: EntityManager, campusZone: string) {
  return {
    /**
     * Joins by week of the academic year, every week that has begun; each person joins once, so people and joins are the
     * same number. A week in which nobody joined is listed and withheld like any small one: a gap would say zero.
     */
    async countJoins({ year, threshold }: InsightsModel, now: Date): Promise<readonly WeeklyJoins[]> {
      const rows: readonly { week_of: string; joined: number }[] = await manager.query(
        `select to_char(week, 'YYYY-MM-DD') as week_of, count(m.id)::int as joined
         from generate_series(date_trunc('week', $1::timestamptz at time zone $3),
           least($2::timestamptz, $4::timestamptz) at time zone $3, interval '7 days') as week
         left join member m on m.joined_at >= $1 and m.joined_at < $2 and m.status not in ('APPLIED', 'REJECTED')
           and date_trunc('week', m.joined_at at time zone $3) = week
         group by week order by week`,
        [year.from, year.to, campusZone, now],
      );
      return suppress(
        rows.map((row) => ({ weekOf: row.week_of, value: row.joined, people: row.joined })),
        threshold,
      );
    },
  };
}
