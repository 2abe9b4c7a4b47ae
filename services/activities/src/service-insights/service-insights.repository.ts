import { suppress, type Figure } from '@guildhall/disclosure';
import type { InsightsModel } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { HostId } from '../host/host.js';

/** Figures of one month or host, already safe to show. */
export type ServiceFigures<Key> = { readonly key: Key; readonly hours: Figure; readonly volunteers: Figure };

type Row<Key> = { readonly key: Key; readonly hours: number; readonly people: number };

/** Counts verified hours of service; nothing leaves here unsuppressed. */
export type ServiceInsightsRepository = ReturnType<typeof createServiceInsightsRepository>;

/** A repository over one connection. */
export function createServiceInsightsRepository(manager: EntityManager) {
  const read = async <Key>(
    key: string,
    { year, threshold }: InsightsModel,
    zone?: string,
  ): Promise<readonly ServiceFigures<Key>[]> => {
    const rows: readonly Row<Key>[] = await manager.query(
      `select ${key} as key, (sum(c.minutes) / 60)::int as hours, count(distinct c.member_id)::int as people
       from hours_claim c join service_host h on h.id = c.host_id
       where c.status = 'VERIFIED' and c.worked_from >= $1 and c.worked_from < $2
       group by 1${zone === undefined ? ', h.name order by h.name' : ' order by 1'}`,
      [year.from, year.to, ...(zone === undefined ? [] : [zone])],
    );
    return hideSmall(rows, threshold);
  };
  return {
    /** Hours by the campus month in which the work began. */
    byMonth: (insights: InsightsModel, zone: string): Promise<readonly ServiceFigures<string>[]> =>
      read<string>("to_char(date_trunc('month', c.worked_from at time zone $3), 'YYYY-MM-DD')", insights, zone),

    /** Hours by host. */
    byHost: (insights: InsightsModel): Promise<readonly ServiceFigures<HostId>[]> => read<HostId>('h.id', insights),
  };
}

/**
 * Hides what stands for too few people, in both figures at once. Months and hosts add up to the same total, so where one
 * alone is hidden it would be what is missing to the total: then the smallest of the others is hidden with it.
 */
export function hideSmall<Key>(rows: readonly Row<Key>[], threshold: number): readonly ServiceFigures<Key>[] {
  const hidden = rows.filter(({ people }) => people < threshold);
  const shown = rows.filter(({ people }) => people >= threshold).toSorted((one, other) => one.people - other.people);
  const extra = hidden.length === 1 ? shown[0] : undefined;
  const people = (row: Row<Key>): number => (row === extra ? 0 : row.people);
  const hours = suppress(
    rows.map((row) => ({ value: row.hours, people: people(row) })),
    threshold,
  );
  const volunteers = suppress(
    rows.map((row) => ({ value: row.people, people: people(row) })),
    threshold,
  );
  return rows.flatMap(({ key }, index) => {
    const [worked, counted] = [hours[index], volunteers[index]];
    return worked === undefined || counted === undefined ? [] : [{ key, hours: worked, volunteers: counted }];
  });
}
