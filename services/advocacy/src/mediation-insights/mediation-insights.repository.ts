import { suppress, type Figure } from '@guildhall/disclosure';
import type { InsightsModel } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** The figures about mediation, already safe to show. */
export type MediationFigures = { readonly begun: Figure; readonly keptPercent: Figure };

type Counts = {
  readonly begun: number;
  readonly begun_people: number;
  readonly kept: number;
  readonly kept_people: number;
  readonly broken: number;
  readonly broken_people: number;
};

const counts = `
  select count(distinct m.id) filter (where m.agreed_at >= $1 and m.agreed_at < $2)::int as begun,
    count(distinct x.person) filter (where m.agreed_at >= $1 and m.agreed_at < $2)::int as begun_people,
    count(distinct m.id) filter (where m.status = 'KEPT' and m.ended_at >= $1 and m.ended_at < $2)::int as kept,
    count(distinct x.person) filter (where m.status = 'KEPT' and m.ended_at >= $1 and m.ended_at < $2)::int as kept_people,
    count(distinct m.id) filter (where m.status = 'BROKEN' and m.ended_at >= $1 and m.ended_at < $2)::int as broken,
    count(distinct x.person) filter (where m.status = 'BROKEN' and m.ended_at >= $1 and m.ended_at < $2)::int as broken_people
  from mediation m join mediation_person x on x.mediation_id = m.id`;

/** Counts mediations; nothing leaves here unsuppressed. */
export type MediationInsightsRepository = ReturnType<typeof createMediationInsightsRepository>;

/** A repository over one connection. */
export function createMediationInsightsRepository(manager: EntityManager) {
  return {
    /** The figures of the academic year. A share tells of both its parts, so the smaller of them decides whether it is shown. */
    async count({ year, threshold }: InsightsModel): Promise<MediationFigures> {
      const [row]: readonly Counts[] = await manager.query(counts, [year.from, year.to]);
      if (row === undefined) throw new Error('a count without groups has one row');
      const settled = row.kept + row.broken;
      const [begun, keptPercent] = suppress(
        [
          { value: row.begun, people: row.begun_people },
          {
            value: settled === 0 ? 0 : Math.round((100 * row.kept) / settled),
            people: Math.min(row.kept_people, row.broken_people),
          },
        ],
        threshold,
      );
      if (begun === undefined || keptPercent === undefined) throw new Error('every cell comes back');
      return { begun, keptPercent };
    },
  };
}
