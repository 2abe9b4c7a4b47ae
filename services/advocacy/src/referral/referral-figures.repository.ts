import { kFor } from '@guildhall/disclosure';
import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ReferralDecision } from './referral.js';
import { safeFigures, type CountedFigure, type DepartmentFigures } from './referral-figures.js';

type CountRow = CountedFigure & { readonly part: string };

const decisions: readonly ReferralDecision[] = ['AGREE', 'PARTLY', 'DECLINE', 'REDIRECT'];
const yearMs = 365 * 86_400_000;

/** Counts a department's own work; nothing leaves here unsuppressed. */
export type ReferralFiguresRepository = ReturnType<typeof createReferralFiguresRepository>;

/** A repository over one connection. */
export function createReferralFiguresRepository(manager: EntityManager) {
  return {
    /** The figures of the last twelve months. */
    async ofDepartment(departmentId: Id<'Department'>, now: Date): Promise<DepartmentFigures> {
      const since = new Date(now.getTime() - yearMs);
      const rows: readonly CountRow[] = await manager.query(
        `with own as (
           select r.*, f.student from referral r join case_file f on f.id = r.case_id
           where r.department_id = $1 and r.sent_at >= $2 and r.sent_at <= $3)
         select 'received' as part, count(*)::int as value, count(distinct student)::int as people from own
         union all select 'late', count(*)::int, count(distinct student)::int from own
           where coalesce(responded_at, case when status in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED') then $3::timestamptz end) > due_at
         union all select 'median', coalesce(ceil(percentile_cont(0.5) within group (order by extract(epoch from responded_at - sent_at)) / 86400), 0)::int,
           count(distinct student)::int from own where responded_at is not null
         union all select decision, count(*)::int, count(distinct student)::int from own where decision is not null group by decision`,
        [departmentId, since, now],
      );
      const counted = new Map(rows.map(({ part, value, people }) => [part, { value, people }]));
      const of = (part: string): CountedFigure => counted.get(part) ?? { value: 0, people: 0 };
      const answers = decisions.map((decision) => ({ decision, ...of(decision) }));
      const all = { received: of('received'), late: of('late'), medianDays: of('median'), answers };
      return safeFigures(all, { since, threshold: kFor('OPERATIONAL') });
    },
  };
}
