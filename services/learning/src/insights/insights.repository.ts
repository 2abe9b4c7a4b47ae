import type { InsightsModel } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { PathId } from '../path/path.js';
import { toFigures, type PathFigures } from './path-figures.js';

type CountRow = { id: PathId; slug: string; title: string; summary: string; enrolled: number; completed: number };

/** Counts learning; nothing leaves here unsuppressed. */
export type InsightsRepository = ReturnType<typeof createInsightsRepository>;

/** A repository over one connection. */
export function createInsightsRepository(manager: EntityManager) {
  return {
    /** Distinct members enrolled on each published path in the academic year, and how many of them completed it. */
    async countByPath({ year, threshold }: InsightsModel): Promise<readonly PathFigures[]> {
      const rows: readonly CountRow[] = await manager.query(
        `select p.id, p.slug, p.title, p.summary,
           count(distinct e.member_id)::int as enrolled,
           count(distinct e.member_id) filter (where e.status = 'COMPLETED')::int as completed
         from learning_path p left join enrolment e on e.path_id = p.id and e.enrolled_at >= $1 and e.enrolled_at < $2
         where exists (select 1 from path_version v where v.path_id = p.id and v.status = 'PUBLISHED')
         group by p.id order by lower(p.title), p.id`,
        [year.from, year.to],
      );
      return toFigures(
        rows.map(({ enrolled, completed, ...path }) => ({ path, enrolled, completed })),
        threshold,
      );
    },
  };
}
