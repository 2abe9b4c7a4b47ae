import { suppress, type Figure } from '@guildhall/disclosure';
import type { InsightsModel } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityKind } from '../activity/activity.js';

/** Taking part in one kind of activity in one week, already safe to show. */
export type ParticipationCell = {
  readonly weekOf: string;
  readonly kind: ActivityKind;
  readonly registrations: Figure;
  readonly attendance: Figure;
};

type Row = {
  week_of: string;
  kind: ActivityKind;
  registrations: number;
  registered_people: number;
  attendance: number;
  attending_people: number;
};

/** Counts taking part; nothing leaves here unsuppressed. */
export type InsightsRepository = ReturnType<typeof createInsightsRepository>;

/** A repository over one connection. */
export function createInsightsRepository(manager: EntityManager, campusZone: string) {
  return {
    /**
     * Registrations and attendances by the week in which public activities start, and by kind; what was called off does
     * not count. That there was such an activity is public, so a cell that nobody registered for is listed and withheld.
     */
    async countParticipation({ year, threshold }: InsightsModel): Promise<readonly ParticipationCell[]> {
      const rows: readonly Row[] = await manager.query(
        `select to_char(date_trunc('week', a.starts_at at time zone $3), 'YYYY-MM-DD') as week_of, a.kind,
           count(r.id)::int as registrations, count(distinct r.member_id)::int as registered_people,
           count(*) filter (where r.status = 'ATTENDED')::int as attendance,
           (count(distinct r.member_id) filter (where r.status = 'ATTENDED'))::int as attending_people
         from activity a left join registration r on r.activity_id = a.id and r.status <> 'VOID'
         where a.starts_at >= $1 and a.starts_at < $2 and a.published_at is not null and a.status <> 'CANCELLED'
         group by 1, 2 order by 1, 2`,
        [year.from, year.to, campusZone],
      );
      const registrations = suppress(
        rows.map((row) => ({ value: row.registrations, people: row.registered_people })),
        threshold,
      );
      const attendance = suppress(
        rows.map((row) => ({ value: row.attendance, people: row.attending_people })),
        threshold,
      );
      return rows.flatMap(({ week_of: weekOf, kind }, index) => {
        const [registered, attended] = [registrations[index], attendance[index]];
        return registered === undefined || attended === undefined
          ? []
          : [{ weekOf, kind, registrations: registered, attendance: attended }];
      });
    },
  };
}
