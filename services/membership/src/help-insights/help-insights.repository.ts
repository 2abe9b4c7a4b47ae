import { suppress } from '@guildhall/disclosure';
import type { InsightsModel } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { helpKinds, type HelpKind } from '../help-request/help-ask.js';

/** How often one kind of help was given in one month, already safe to show. */
export type MonthlyHelp = ReturnType<
  typeof suppress<{ readonly month: string; readonly kind: HelpKind; readonly value: number; readonly people: number }>
>[number];

/** Counts help that was given; nothing leaves here unsuppressed. */
export type HelpInsightsRepository = ReturnType<typeof createHelpInsightsRepository>;

/** A repository over one connection. */
export function createHelpInsightsRepository(manager: EntityManager, campusZone: string) {
  return {
    /**
     * Completed requests by month and kind, every month that has begun. A cell counts the people who took part, those who
     * asked and those who helped. There are no totals, so that no hidden cell comes out by subtraction.
     */
    async countCompleted({ year, threshold }: InsightsModel, now: Date): Promise<readonly MonthlyHelp[]> {
      const rows: readonly { month: string; kind: HelpKind; completed: number; people: number }[] = await manager.query(
        `with done as (
             select r.id, r.kind, r.requester_id, date_trunc('month', r.completed_at at time zone $3) as month
             from help_request r where r.status = 'COMPLETED' and r.completed_at >= $1 and r.completed_at < $2 and r.completed_at <= $4
           ), people as (
             select month, kind, requester_id as id from done
             union select d.month, d.kind, m.helper_id from done d join help_match m on m.request_id = d.id and m.status = 'LIVE'
           )
           select to_char(m.month, 'YYYY-MM-DD') as month, k.kind,
             (select count(*)::int from done d where d.month = m.month and d.kind = k.kind) as completed,
             (select count(*)::int from people p where p.month = m.month and p.kind = k.kind) as people
           from generate_series(date_trunc('month', $1::timestamptz at time zone $3),
               least($2::timestamptz - interval '1 second', $4::timestamptz) at time zone $3, interval '1 month') as m (month)
             cross join unnest($5::text[]) with ordinality as k (kind, place)
           order by m.month, k.place`,
        [year.from, year.to, campusZone, now, helpKinds],
      );
      return suppress(
        rows.map(({ month, kind, completed, people }) => ({ month, kind, value: completed, people })),
        threshold,
      );
    },
  };
}
