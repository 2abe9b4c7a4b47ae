import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ConstituencyId } from '../constituency/constituency.js';
import { ElectionEntity } from '../election/election.entity.js';
import type { Election } from '../election/election.js';
import { PositionEntity } from '../group/mandate.entity.js';
import type { ElectablePosition } from './electable-position.js';

/** Reads what returning officers and trustees choose from. */
export type ElectionOfficeRepository = ReturnType<typeof createElectionOfficeRepository>;

/** A repository over one connection or transaction. */
export function createElectionOfficeRepository(manager: EntityManager) {
  return {
    /**
     * The positions that another contest of an election can be for, by title and course; with `search` those alone whose title or
     * course holds the text. Who holds which office is public, so the scope is the election's alone.
     */
    async pagePositions(
      _actor: Actor,
      { id, groupId }: Pick<Election, 'id' | 'groupId'>,
      { first, after, search }: PageRequest & { readonly search: string },
    ): Promise<Page<ElectablePosition>> {
      const course = "coalesce(position.constituency, '')";
      const query = manager
        .createQueryBuilder(PositionEntity, 'position')
        .addSelect(
          "case when position.kind = 'COURSE_REP' then constituency_id(position.constituency) end",
          'constituency_id',
        )
        .where('position.removedAt is null and position.groupId is not distinct from :groupId', {
          groupId: groupId ?? null,
        })
        .andWhere("(position.kind <> 'COURSE_REP' or position.constituency is not null)")
        .andWhere('not exists (select 1 from contest c where c.election_id = :id and c.position_id = position.id)', {
          id,
        })
        .andWhere(`strpos(lower(position.title || ' ' || ${course}), lower(:search)) > 0`, { search });
      if (after !== undefined)
        query.andWhere(`(position.title, ${course}, position.id) > (:title, :course, :after)`, {
          title: after[0],
          course: after[1],
          after: after[2],
        });
      const { entities, raw } = await query
        .orderBy('position.title')
        .addOrderBy(course)
        .addOrderBy('position.id')
        .limit(first + 1)
        .getRawAndEntities<{ readonly constituency_id: ConstituencyId | null }>();
      const rows = entities.map((position, index) => ({
        position,
        constituencyId: raw[index]?.constituency_id ?? undefined,
      }));
      return toPage(rows, first, ({ position }) => [position.title, position.constituency ?? '', position.id]);
    },

    /** The elections that are not over and of which the actor holds the second key, those that close first first. */
    listAsTrustee: async (actor: Actor): Promise<readonly Election[]> =>
      actor.kind !== 'person'
        ? []
        : manager
            .createQueryBuilder(ElectionEntity, 'election')
            .where("election.secondTrustee = :subject and election.status not in ('DECLARED', 'VOIDED')", {
              subject: actor.subject,
            })
            .orderBy('election.votingClosesAt')
            .addOrderBy('election.id')
            .getMany(),
  };
}
