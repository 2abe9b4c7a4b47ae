import type { Actor } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { GroupId } from './group.js';
import { MandateEntity, PositionEntity } from './mandate.entity.js';
import type { EndedOffice, Mandate, MandateId, Position, PositionId } from './mandate.js';

/** Reads and writes positions and mandates. Who holds which office is public: officers answer to everybody. */
export type MandateRepository = ReturnType<typeof createMandateRepository>;

/** A repository over one connection or transaction. */
export function createMandateRepository(manager: EntityManager) {
  const inForce = 'mandate.startsAt <= :now and coalesce(mandate.endedAt, mandate.endsAt) > :now';
  return {
    /** The positions of the given groups, by title. */
    listPositions: (_actor: Actor, groupIds: readonly GroupId[]): Promise<readonly Position[]> =>
      manager
        .createQueryBuilder(PositionEntity, 'position')
        .where('position.groupId = any(:groupIds)', { groupIds })
        .orderBy('position.title')
        .addOrderBy('position.id')
        .getMany(),

    /** Positions by id, in no particular order. */
    listPositionsById: (_actor: Actor, ids: readonly PositionId[]): Promise<readonly Position[]> =>
      manager.createQueryBuilder(PositionEntity, 'position').where('position.id = any(:ids)', { ids }).getMany(),

    /** One position, or nothing. */
    findPosition: (_actor: Actor, id: PositionId): Promise<Position | null> =>
      manager.createQueryBuilder(PositionEntity, 'position').where('position.id = :id', { id }).getOne(),

    /** The mandates in force now for the given positions, first seat first. */
    listHolders: (_actor: Actor, positionIds: readonly PositionId[], now: Date): Promise<readonly Mandate[]> =>
      manager
        .createQueryBuilder(MandateEntity, 'mandate')
        .where('mandate.positionId = any(:positionIds)', { positionIds })
        .andWhere(inForce, { now })
        .orderBy('mandate.seat')
        .getMany(),

    /** The mandates in force now of the given members. */
    listOfMembers: (_actor: Actor, memberIds: readonly MemberId[], now: Date): Promise<readonly Mandate[]> =>
      manager
        .createQueryBuilder(MandateEntity, 'mandate')
        .where('mandate.memberId = any(:memberIds)', { memberIds })
        .andWhere(inForce, { now })
        .orderBy('mandate.startsAt')
        .getMany(),

    /** Every mandate of a position that is not over at `from`. */
    listOfPosition: (positionId: PositionId, from: Date): Promise<readonly Mandate[]> =>
      manager
        .createQueryBuilder(MandateEntity, 'mandate')
        .where('mandate.positionId = :positionId and coalesce(mandate.endedAt, mandate.endsAt) > :from', {
          positionId,
          from,
        })
        .getMany(),

    /** The member's mandates in the group that are not over at `now`. */
    listLiveInGroup: (groupId: GroupId, memberId: MemberId, now: Date): Promise<readonly Mandate[]> =>
      manager
        .createQueryBuilder(MandateEntity, 'mandate')
        .innerJoin('Position', 'position', 'position.id = mandate.positionId')
        .where(
          'position.groupId = :groupId and mandate.memberId = :memberId and coalesce(mandate.endedAt, mandate.endsAt) > :now',
          { groupId, memberId, now },
        )
        .getMany(),

    /** Ends, at `now`, every mandate of a group or of a member that is not over, and returns what it ended. */
    async endAll(
      whose: { readonly groupId: GroupId } | { readonly memberId: MemberId },
      now: Date,
    ): Promise<readonly EndedOffice[]> {
      const [column, id] = 'groupId' in whose ? ['p.group_id', whose.groupId] : ['m.member_id', whose.memberId];
      const ended: readonly [readonly { id: MandateId; group_id: GroupId | null; ended_at: Date }[], number] =
        await manager.query(
          `update mandate m set ended_at = greatest($2, m.starts_at), version = m.version + 1 from position p
         where p.id = m.position_id and ${column} = $1 and coalesce(m.ended_at, m.ends_at) > $2 returning m.id, p.group_id, m.ended_at`,
          [id, now],
        );
      return ended[0].map((row) => ({ mandateId: row.id, groupId: row.group_id ?? undefined, endedAt: row.ended_at }));
    },

    /** One mandate, or nothing. */
    findMandate: (_actor: Actor, id: MandateId): Promise<Mandate | null> =>
      manager.createQueryBuilder(MandateEntity, 'mandate').where('mandate.id = :id', { id }).getOne(),

    addPosition: (position: Position): Promise<Position> => insertRow(manager, PositionEntity, position),
    addMandate: (mandate: Mandate): Promise<Mandate> => insertRow(manager, MandateEntity, mandate),
    saveMandate: (mandate: Mandate): Promise<Mandate> => updateRow(manager, MandateEntity, mandate),
  };
}
