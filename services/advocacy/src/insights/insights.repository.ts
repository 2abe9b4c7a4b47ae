import { suppress } from '@guildhall/disclosure';
import type { InsightsModel } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { caseMatters, caseStages, type CaseMatter, type CaseStage } from '../case/case.js';

type CountedCell = {
  readonly matter: CaseMatter;
  readonly stage: CaseStage;
  readonly value: number;
  readonly people: number;
};

/** The cases of one matter and stage, already safe to show. */
export type CaseCell = ReturnType<typeof suppress<CountedCell>>[number];

/** Counts cases; nothing leaves here unsuppressed. */
export type InsightsRepository = ReturnType<typeof createInsightsRepository>;

/** A repository over one connection. */
export function createInsightsRepository(manager: EntityManager) {
  return {
    /** Cases opened in the academic year by matter and stage. Every cell is listed, so that a missing one does not tell a zero. */
    async countCases({ year, threshold }: InsightsModel): Promise<readonly CaseCell[]> {
      const rows: readonly CountedCell[] = await manager.query(
        `select matter, stage, count(*)::int as value, count(distinct student)::int as people
         from case_file where opened_at >= $1 and opened_at < $2 group by matter, stage`,
        [year.from, year.to],
      );
      const counted = new Map(rows.map((row) => [`${row.matter}/${row.stage}`, row]));
      const cells = caseMatters.flatMap((matter) =>
        caseStages.map((stage) => counted.get(`${matter}/${stage}`) ?? { matter, stage, value: 0, people: 0 }),
      );
      return suppress(cells, threshold);
    },
  };
}
