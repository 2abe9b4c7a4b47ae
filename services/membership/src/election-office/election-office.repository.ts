import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ConstituencyId } from '../constituency/constituency.js';
import type { Election, ElectionId } from '../election/election.js';
import type { PositionId } from '../group/mandate.js';
import type { ElectablePosition } from './electable-position.js';

/** Reads what returning officers and trustees choose from. */
export type ElectionOfficeRepository = ReturnType<typeof createElectionOfficeRepository>;

type PositionRow = {
  readonly id: PositionId;
  readonly title: string;
  readonly course: string;
  readonly constituency_id: ConstituencyId | null;
};

/** A repository over one connection or transaction. */
export function createElectionOfficeRepository(manager: EntityManager) {
  return {
    /**
     * The positions that another contest of an election can be for, by title and course; with `search` those alone whose title or
     * course holds the text. Which offices there are is public, so the scope is the election's alone.
     */
    async pagePositions(
      _actor: Actor,
      { id, groupId }: Pick<Election, 'id' | 'groupId'>,
      { first, after, search }: PageRequest & { readonly search: string },
    ): Promise<Page<ElectablePosition>> {
      const rows: readonly PositionRow[] = await manager.query(
        `select * from (
           select p.id, p.title, coalesce(p.constituency, '') as course,
             case when p.kind = 'COURSE_REP' then constituency_id(p.constituency) end as constituency_id
           from position p
           where p.removed_at is null and p.group_id is not distinct from $2
             and (p.kind <> 'COURSE_REP' or p.constituency is not null)
             and not exists (select 1 from contest c where c.election_id = $1 and c.position_id = p.id)) electable
         where strpos(lower(title || ' ' || course), lower($3)) > 0
           and ($4::text is null or (title, course, id) > ($4, $5, $6::uuid))
         order by title, course, id limit $7`,
        [id, groupId ?? null, search, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, first + 1],
      );
      const { edges, pageInfo } = toPage(rows, first, ({ title, course, id: position }) => [title, course, position]);
      return { edges: edges.map(({ cursor, node }) => ({ cursor, node: toElectable(node) })), pageInfo };
    },

    /** The elections that are not over and of which the actor holds the second key, those that close first first. */
    async listAsTrustee(actor: Actor): Promise<readonly ElectionId[]> {
      if (actor.kind !== 'person') return [];
      const rows: readonly { readonly id: ElectionId }[] = await manager.query(
        `select id from election where second_trustee = $1 and status not in ('DECLARED', 'VOIDED')
         order by voting_closes_at, id`,
        [actor.subject],
      );
      return rows.map(({ id }) => id);
    },
  };
}

function toElectable({ id, constituency_id }: PositionRow): ElectablePosition {
  return { positionId: id, constituencyId: constituency_id ?? undefined };
}
