import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ConstituencyId } from '../constituency/constituency.js';
import type { MemberId } from '../member/member.js';
import type { GroupId } from './group.js';
import { MandateEntity, PositionEntity } from './mandate.entity.js';
import type { EndedOffice, Mandate, MandateId, Position, PositionId } from './mandate.js';

/** Reads and writes positions and mandates. Who holds which office is public: officers answer to everybody. */
export type MandateRepository = ReturnType<typeof createMandateRepository>;

/** A repository over one connection or transaction. */
export function createMandateRepository(manager: EntityManager) {
  // One that waits for training of its holder is held by nobody yet.
  const waits = 'select from mandate_training t where t.begun_at is null and t.mandate_id =';
  const inForce = `mandate.startsAt <= :now and coalesce(mandate.endedAt, mandate.endsAt) > :now and not exists (${waits} mandate.id)`;
  const listHoldersOf = async (which: string, parameters: readonly unknown[]): Promise<readonly MemberId[]> => {
    const rows: readonly { member_id: MemberId }[] = await manager.query(
      `select distinct d.member_id from actor_mandate d where d.starts_at <= $1 and d.ends_at > $1 and ${which}`,
      [...parameters],
    );
    return rows.map((row) => row.member_id);
  };
  return {
    /** The positions of the given groups, by title. */
    listPositions: (_actor: Actor, groupIds: readonly GroupId[]): Promise<readonly Position[]> =>
      manager
        .createQueryBuilder(PositionEntity, 'position')
        .where('position.groupId = any(:groupIds) and position.removedAt is null', { groupIds })
        .orderBy('position.title')
        .addOrderBy('position.id')
        .getMany(),

    /** Positions by id, in no particular order. */
    listPositionsById: (_actor: Actor, ids: readonly PositionId[]): Promise<readonly Position[]> =>
      manager.createQueryBuilder(PositionEntity, 'position').where('position.id = any(:ids)', { ids }).getMany(),

    /** One position, or nothing. */
    findPosition: (_actor: Actor, id: PositionId): Promise<Position | null> =>
      manager.createQueryBuilder(PositionEntity, 'position').where('position.id = :id', { id }).getOne(),

    /** As `findPosition`, for the platform; nobody else fills the position until the transaction ends. */
    findPositionLocked: (id: PositionId): Promise<Position | null> =>
      manager
        .createQueryBuilder(PositionEntity, 'position')
        .where('position.id = :id', { id })
        .setLock('pessimistic_write')
        .getOne(),

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

    /** Every mandate of a position that is not over at `from`; one that was ended before it began never was. */
    listOfPosition: (positionId: PositionId, from: Date): Promise<readonly Mandate[]> =>
      manager
        .createQueryBuilder(MandateEntity, 'mandate')
        .where('mandate.positionId = :positionId', { positionId })
        .andWhere('coalesce(mandate.endedAt, mandate.endsAt) > greatest(:from::timestamptz, mandate.startsAt)', {
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

    /** Mandates by id, in no particular order. */
    listMandatesById: (_actor: Actor, ids: readonly MandateId[]): Promise<readonly Mandate[]> =>
      manager.createQueryBuilder(MandateEntity, 'mandate').where('mandate.id = any(:ids)', { ids }).getMany(),

    /**
     * Every mandate that has begun or is to begin, over or not, the latest first: of the offices of a group, or of a
     * member. Who held which office is as public as who holds it.
     */
    async pageHistory(
      _actor: Actor,
      whose: { readonly groupId: GroupId } | { readonly memberId: MemberId },
      { first, after }: PageRequest,
    ): Promise<Page<Mandate>> {
      const query = manager.createQueryBuilder(MandateEntity, 'mandate');
      if ('memberId' in whose) query.where('mandate.memberId = :memberId', whose);
      else
        query
          .innerJoin('Position', 'position', 'position.id = mandate.positionId')
          .where('position.groupId = :groupId', whose);
      if (after !== undefined)
        query.andWhere('(mandate.startsAt, mandate.id) < (:startsAt, :id)', { startsAt: after[0], id: after[1] });
      const rows = await query
        .orderBy('mandate.startsAt', 'DESC')
        .addOrderBy('mandate.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ startsAt, id }) => [startsAt.toISOString(), id]);
    },

    /** The mandates in force of the given members in the given groups. */
    listRoles: (
      _actor: Actor,
      pairs: readonly { readonly groupId: GroupId; readonly memberId: MemberId }[],
      now: Date,
    ): Promise<readonly (Mandate & { readonly groupId: GroupId })[]> =>
      manager
        .query(
          `select m.id, p.group_id from mandate m join position p on p.id = m.position_id
           join unnest($1::uuid[], $2::uuid[]) as w(group_id, member_id) on w.group_id = p.group_id and w.member_id = m.member_id
           where m.starts_at <= $3 and coalesce(m.ended_at, m.ends_at) > $3 and not exists (${waits} m.id)`,
          [pairs.map(({ groupId }) => groupId), pairs.map(({ memberId }) => memberId), now],
        )
        .then(async (found: readonly { id: MandateId; group_id: GroupId }[]) => {
          const groupOf = new Map(found.map((row) => [row.id, row.group_id]));
          const mandates = await manager
            .createQueryBuilder(MandateEntity, 'mandate')
            .where('mandate.id = any(:ids)', { ids: [...groupOf.keys()] })
            .orderBy('mandate.startsAt')
            .getMany();
          return mandates.flatMap((mandate) => {
            const groupId = groupOf.get(mandate.id);
            return groupId === undefined ? [] : [{ ...mandate, groupId }];
          });
        }),

    /** The constituency that a position speaks for, if it speaks for one. */
    async findConstituencyId(id: PositionId): Promise<ConstituencyId | undefined> {
      const rows: readonly { id: ConstituencyId | null }[] = await manager.query(
        'select constituency_id(constituency) as id from position where id = $1',
        [id],
      );
      return rows[0]?.id ?? undefined;
    },

    /** Whether a member is one of those a position speaks for; everybody is where it speaks for no course. */
    async isSpokenForBy(id: PositionId, memberId: MemberId): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from position p where p.id = $1 and (p.constituency is null or exists (
           select 1 from actor_constituency a where a.member_id = $2 and a.constituency_id = constituency_id(p.constituency)))`,
        [id, memberId],
      );
      return rows.length > 0;
    },

    /** Who serves the group now. */
    listOfficers: (groupId: GroupId, now: Date): Promise<readonly MemberId[]> =>
      listHoldersOf('d.group_id = $2', [now, groupId]),

    /** The elected officers of the whole union now. */
    listUnionOfficers: (now: Date): Promise<readonly MemberId[]> => listHoldersOf("d.kind = 'UNION_OFFICER'", [now]),

    addPosition: (position: Position): Promise<Position> => insertRow(manager, PositionEntity, position),
    savePosition: (position: Position): Promise<Position> => updateRow(manager, PositionEntity, position),
    addMandate: (mandate: Mandate): Promise<Mandate> => insertRow(manager, MandateEntity, mandate),
    saveMandate: (mandate: Mandate): Promise<Mandate> => updateRow(manager, MandateEntity, mandate),
  };
}
