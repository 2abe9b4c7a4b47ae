import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, insertRows, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { HostId } from '../host/host.js';
import type { OpportunityFacts, OpportunityId } from '../opportunity/opportunity.js';
import { ShiftEntity, ShiftRoleEntity } from './shift.entity.js';
import type { Outlook, Shift, ShiftFacts, ShiftId, ShiftRole, ShiftRoleId } from './shift.js';
import { visibleShifts } from './shift.policy.js';

/** Narrows the calendar of shifts; absent means no narrowing. `from` leaves out what ends earlier, `to` what begins later. */
export type ShiftFilter = {
  readonly opportunityId: OpportunityId | undefined;
  readonly hostId: HostId | undefined;
  readonly from: Date;
  readonly to: Date | undefined;
};

/** Sign-ups that have a place, in SQL: the same as `holdsPlace`. */
export const placeHeld = `('ACCEPTED', 'SWAP_OFFERED', 'WORKED', 'ABSENT', 'EXCUSED')`;

/** Where an opportunity is found with its host, as far as the actor may see it. */
type SeenOpportunities = {
  readonly findFacts: (actor: Actor, id: OpportunityId) => Promise<OpportunityFacts | null>;
};

/** Reads and writes shifts and their roles; a shift is seen by whoever sees its opportunity. */
export type ShiftRepository = ReturnType<typeof createShiftRepository>;

const keyOf = ({ startsAt, id }: Shift): readonly string[] => [startsAt.toISOString(), id];

/** A repository over one connection or transaction. */
export function createShiftRepository(manager: EntityManager, opportunities: SeenOpportunities) {
  const visible = (actor: Actor): SelectQueryBuilder<Shift> => {
    const { sql, parameters } = visibleShifts(actor);
    return manager
      .createQueryBuilder(ShiftEntity, 'shift')
      .innerJoin('Opportunity', 'opportunity', 'opportunity.id = shift.opportunityId')
      .innerJoin('ServiceHost', 'host', 'host.id = opportunity.hostId')
      .where(sql, parameters);
  };
  const findFacts = async (actor: Actor, id: ShiftId): Promise<ShiftFacts | null> => {
    const shift = await visible(actor).andWhere('shift.id = :id', { id }).getOne();
    const facts = shift === null ? null : await opportunities.findFacts(actor, shift.opportunityId);
    return shift === null || facts === null ? null : { ...facts, shift };
  };

  return {
    findFacts,

    /** As `findFacts`, and nobody else changes it or its sign-ups until the transaction ends. */
    async findFactsLocked(actor: Actor, id: ShiftId): Promise<ShiftFacts | null> {
      await manager.query('select 1 from shift where id = $1 for no key update', [id]);
      return findFacts(actor, id);
    },

    /** The shifts among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly ShiftId[]): Promise<readonly Shift[]> =>
      visible(actor).andWhere('shift.id = any(:ids)', { ids }).getMany(),

    /** Shifts by start, soonest first. */
    async page(actor: Actor, filter: ShiftFilter, { first, after }: PageRequest): Promise<Page<Shift>> {
      const { opportunityId, hostId, from, to } = filter;
      const query = visible(actor).andWhere('shift.endsAt > :from', { from });
      if (to !== undefined) query.andWhere('shift.startsAt < :to', { to });
      if (opportunityId !== undefined) query.andWhere('shift.opportunityId = :opportunityId', { opportunityId });
      if (hostId !== undefined) query.andWhere('opportunity.hostId = :hostId', { hostId });
      if (after !== undefined)
        query.andWhere('(shift.startsAt, shift.id) > (:startsAt, :id)', { startsAt: after[0], id: after[1] });
      const rows = await query
        .orderBy('shift.startsAt')
        .addOrderBy('shift.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, keyOf);
    },

    /** The planned shifts of an opportunity that have not begun, locked in the order of their ids. */
    listAheadLocked: (opportunityId: OpportunityId, now: Date): Promise<readonly Shift[]> =>
      manager
        .createQueryBuilder(ShiftEntity, 'shift')
        .where("shift.opportunityId = :opportunityId and shift.status = 'PLANNED' and shift.startsAt > :now", {
          opportunityId,
          now,
        })
        .orderBy('shift.id')
        .setLock('for_no_key_update')
        .getMany(),

    /** The roles of shifts, in their order. */
    async listRoles(shiftIds: readonly ShiftId[]): Promise<ReadonlyMap<ShiftId, readonly ShiftRole[]>> {
      const rows = await manager
        .createQueryBuilder(ShiftRoleEntity, 'role')
        .where('role.shiftId = any(:shiftIds)', { shiftIds })
        .orderBy('role.place')
        .getMany();
      return Map.groupBy(rows, ({ shiftId }) => shiftId);
    },

    /** How many have a place in each role of the shifts; under a shift's lock its figures hold until the transaction ends. */
    async countTaken(shiftIds: readonly ShiftId[]): Promise<ReadonlyMap<ShiftRoleId, number>> {
      const rows: readonly { role_id: ShiftRoleId; taken: number }[] = await manager.query(
        `select role_id, count(*)::int as taken from shift_signup where shift_id = any($1::uuid[]) and status in ${placeHeld} group by role_id`,
        [shiftIds],
      );
      return new Map(rows.map(({ role_id, taken }) => [role_id, taken]));
    },

    /** What each opportunity needs after `now`; nothing for those without a planned shift ahead. */
    async listOutlooks(ids: readonly OpportunityId[], now: Date): Promise<ReadonlyMap<OpportunityId, Outlook>> {
      const rows: readonly { opportunity_id: OpportunityId; next_shift_at: Date; places_left: number }[] =
        await manager.query(
          `select s.opportunity_id, min(s.starts_at) as next_shift_at, sum(r.needed - least(r.needed, coalesce(u.taken, 0)))::int as places_left
           from shift s join shift_role r on r.shift_id = s.id
             left join lateral (select count(*)::int as taken from shift_signup u where u.shift_id = s.id and u.role_id = r.id and u.status in ${placeHeld}) u on true
           where s.opportunity_id = any($1::uuid[]) and s.status = 'PLANNED' and s.starts_at > $2 group by 1`,
          [ids, now],
        );
      return new Map(
        rows.map((row) => [row.opportunity_id, { nextShiftAt: row.next_shift_at, placesLeft: row.places_left }]),
      );
    },

    async add(shift: Shift, roles: readonly ShiftRole[]): Promise<Shift> {
      await insertRow(manager, ShiftEntity, shift);
      await insertRows(
        manager,
        'shift_role',
        roles.map(({ id, shiftId, place, name, needed, requiredPathId }) => ({
          id,
          shift_id: shiftId,
          place,
          name,
          needed,
          required_path_id: requiredPathId ?? null,
        })),
      );
      return shift;
    },
    save: (shift: Shift): Promise<Shift> => updateRow(manager, ShiftEntity, shift),
  };
}
