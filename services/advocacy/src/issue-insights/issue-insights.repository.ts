import { suppress } from '@guildhall/disclosure';
import type { Id } from '@guildhall/kernel';
import type { InsightsModel } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { issueStatuses, type IssueStatus } from '../issue/issue.js';

type CountedCell = {
  readonly departmentId: Id<'Department'>;
  readonly status: Exclude<IssueStatus, 'PRIVATE'>;
  readonly value: number;
  readonly people: number;
};

type CellRow = Omit<CountedCell, 'departmentId'> & { readonly department_id: Id<'Department'> };

/** The issues of one department and state, already safe to show. */
export type IssueCell = ReturnType<typeof suppress<CountedCell>>[number];

/** Counts raised issues; nothing leaves here unsuppressed, and what was not raised is not counted at all. */
export type IssueInsightsRepository = ReturnType<typeof createIssueInsightsRepository>;

const raisedStatuses = issueStatuses.filter((status) => status !== 'PRIVATE');

/** A repository over one connection. */
export function createIssueInsightsRepository(manager: EntityManager) {
  return {
    /** Issues raised in the academic year by department and state. Every cell is listed, so that a missing one does not tell a zero. */
    async countIssues({ year, threshold }: InsightsModel): Promise<readonly IssueCell[]> {
      const departments: readonly { id: Id<'Department'> }[] = await manager.query(
        'select id from department order by lower(name), id',
      );
      const rows: readonly CellRow[] = await manager.query(
        `select department_id, status, count(*)::int as value, count(distinct coalesce(author_id, id))::int as people
         from issue where raised_at >= $1 and raised_at < $2 group by department_id, status`,
        [year.from, year.to],
      );
      const counted = new Map(rows.map((row) => [`${row.department_id}/${row.status}`, row]));
      const cells = departments.flatMap(({ id }) =>
        raisedStatuses.map((status) => {
          const { value, people } = counted.get(`${id}/${status}`) ?? { value: 0, people: 0 };
          return { departmentId: id, status, value, people };
        }),
      );
      return suppress(cells, threshold);
    },
  };
}
