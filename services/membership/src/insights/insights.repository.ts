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
    /** Joins by week of the academic year; each person joins once, so people and joins are the same number. */
    async countJoins({ year, threshold }: InsightsModel): Promise<readonly WeeklyJoins[]> {
      const rows: readonly { week_of: string; joined: number }[] = await manager.query(
        `select to_char(date_trunc('week', joined_at at time zone $3), 'YYYY-MM-DD') as week_of, count(*)::int as joined
         from member where joined_at >= $1 and joined_at < $2 and status not in ('APPLIED', 'REJECTED')
         group by 1 order by 1`,
        [year.from, year.to, campusZone],
      );
      return suppress(
        rows.map((row) => ({ weekOf: row.week_of, value: row.joined, people: row.joined })),
        threshold,
      );
    },
  };
}
