import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { CaseViewer } from '../sealing/viewer.js';
import type { CaseWorker } from './case-worker.js';
import { visibleCaseWorkers } from './case-worker.policy.js';

type WorkerRow = { subject: string; open_cases: number; late_cases: number };

/** Those who could be given a case now: in office, and no elected officer of the union. */
const inOffice = `
  select distinct a.subject from actor_appointment a
  where a.role = 'CASE_WORKER' and a.starts_at <= $1 and a.ends_at > $1 and ($2::text is null or a.subject > $2)
    and not exists (select 1 from actor_mandate d join actor_member m using (member_id)
      where m.subject = a.subject and d.kind = 'UNION_OFFICER' and d.starts_at <= $1 and d.ends_at > $1)
  order by a.subject limit $3`;

const withWorkload = `
  select worker.subject, count(f.id)::int as open_cases,
    count(f.id) filter (where exists (
      select 1 from case_deadline owed where owed.case_id = f.id and owed.met_at is null and owed.replaced_at is null and owed.due_at < $1
        and not exists (select 1 from case_pause still
          where still.case_id = f.id and still.to_at is null and owed.kind = any(still.kinds) and still.from_at <= owed.due_at)))::int as late_cases
  from (${inOffice}) worker
  left join case_file f on f.assignee = worker.subject and f.status not in ('CLOSED', 'SIGNPOSTED')
    and f.student is distinct from $4
  group by worker.subject order by worker.subject`;

/** Reads who can be given a case; every read takes the viewer. */
export type CaseWorkerRepository = ReturnType<typeof createCaseWorkerRepository>;

/** A repository over one connection. */
export function createCaseWorkerRepository(manager: EntityManager) {
  return {
    /** The case workers in office that the viewer may see, by sign-in name, with their workload. */
    async page(viewer: CaseViewer, { first, after }: PageRequest, now: Date): Promise<Page<CaseWorker>> {
      const { all, allBut } = visibleCaseWorkers(viewer);
      const rows: readonly WorkerRow[] = all
        ? await manager.query(withWorkload, [now, after?.[0] ?? null, first + 1, allBut ?? null])
        : [];
      return toPage(rows.map(toWorker), first, ({ subject }) => [subject]);
    },
  };
}

function toWorker({ subject, open_cases, late_cases }: WorkerRow): CaseWorker {
  return { subject, openCases: open_cases, lateCases: late_cases };
}
