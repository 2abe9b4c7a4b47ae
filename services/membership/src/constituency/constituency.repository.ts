import type { Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Constituency, ConstituencyId } from './constituency.js';

/** Reads constituencies. Which courses there are is public; who studies one is not asked here. */
export type ConstituencyRepository = ReturnType<typeof createConstituencyRepository>;

/** A repository over one connection or transaction. */
export function createConstituencyRepository(manager: EntityManager) {
  return {
    /** The constituencies among `ids` in which an active member studies, in no particular order. */
    listById: (_actor: Actor, ids: readonly ConstituencyId[]): Promise<readonly Constituency[]> =>
      manager.query(
        `select asked.id, found.programme, found.year from unnest($1::uuid[]) asked (id) cross join lateral (
           select programme, year from member
           where status = 'ACTIVE' and constituency_id(programme || ', year ' || year::text) = asked.id limit 1) found`,
        [ids],
      ),
  };
}
