import { memberOf, systemActor, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { heldSql } from '../registration/registration-status.js';
import type { ShiftFacts, ShiftId } from '../shift/shift.js';
import type { HeldPlace, OwnShift } from './check-time.js';
import { SignupEntity } from './signup.entity.js';
import type { Signup, SignupFacts, SignupId } from './signup.js';
import { visibleSignups } from './signup.policy.js';

/** Where a shift is found with what it belongs to, and locked. */
type LockedShifts = { readonly findFactsLocked: (actor: Actor, id: ShiftId) => Promise<ShiftFacts | null> };

/** Reads and writes sign-ups; every read of rows takes the actor. */
export type SignupRepository = ReturnType<typeof createSignupRepository>;

/** A repository over one connection or transaction. */
export function createSignupRepository(manager: EntityManager, shifts: LockedShifts) {
  const visible = (actor: Actor): SelectQueryBuilder<Signup> => {
    const { sql, parameters } = visibleSignups(actor);
    return manager
      .createQueryBuilder(SignupEntity, 'signup')
      .innerJoin('Shift', 'shift', 'shift.id = signup.shiftId')
      .innerJoin('Opportunity', 'opportunity', 'opportunity.id = shift.opportunityId')
      .innerJoin('ServiceHost', 'host', 'host.id = opportunity.hostId')
      .where(sql, parameters);
  };
  const findVisible = (actor: Actor, id: SignupId): Promise<Signup | null> =>
    visible(actor).andWhere('signup.id = :id', { id }).getOne();
  const lockMember = async (memberId: MemberId): Promise<void> => {
    await manager.query("select pg_advisory_xact_lock(hashtextextended('service:' || cast($1 as text), 0))", [
      memberId,
    ]);
  };

  return {
    findVisible,

    /** The sign-ups among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly SignupId[]): Promise<readonly Signup[]> =>
      visible(actor).andWhere('signup.id = any(:ids)', { ids }).getMany(),

    /** Nobody else gives this member a place in a shift, or verifies hours of theirs, until the transaction ends. Taken before any shift. */
    lockMember,

    /**
     * One sign-up with its shift, under the shift's lock, or nothing when missing or hidden. Whose time it takes is locked
     * before: `forMember`, or whoever signed up.
     */
    async findFactsLocked(actor: Actor, id: SignupId, forMember?: MemberId): Promise<SignupFacts | null> {
      const seen = await findVisible(actor, id);
      if (seen === null) return null;
      await lockMember(forMember ?? seen.memberId);
      // Whoever may see a sign-up may see its shift, also when the opportunity never opened to everybody.
      const shift = await shifts.findFactsLocked(systemActor('signup'), seen.shiftId);
      const signup = await findVisible(actor, id);
      return shift === null || signup === null ? null : { ...shift, signup };
    },

    /** What a member did or does of the shift; nothing where they never signed up. Call it under the shift's lock. */
    listOfMember: (shiftId: ShiftId, memberId: MemberId): Promise<readonly Signup[]> =>
      manager
        .createQueryBuilder(SignupEntity, 'signup')
        .where('signup.shiftId = :shiftId and signup.memberId = :memberId', { shiftId, memberId })
        .getMany(),

    /** The shifts in which a member has a place, as far as they touch the time between two instants. */
    async listOwnShifts(memberId: MemberId, from: Date, to: Date): Promise<readonly OwnShift[]> {
      const rows: readonly { shift_id: ShiftId; starts_at: Date; ends_at: Date; is_hard: boolean }[] =
        await manager.query(
          `select u.shift_id, u.starts_at, u.ends_at, s.is_hard from shift_signup u join shift s on s.id = u.shift_id
           where u.member_id = $1 and u.status in ('ACCEPTED', 'SWAP_OFFERED', 'WORKED') and u.starts_at < $3 and u.ends_at > $2`,
          [memberId, from, to],
        );
      return rows.map((row) => ({
        shiftId: row.shift_id,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        isHard: row.is_hard,
      }));
    },

    /** The activities in which a member has a seat, as far as they touch the time between two instants. */
    async listHeldPlaces(memberId: MemberId, from: Date, to: Date): Promise<readonly HeldPlace[]> {
      const rows: readonly { id: ActivityId; starts_at: Date; ends_at: Date }[] = await manager.query(
        `select a.id, a.starts_at, a.ends_at from registration r join activity a on a.id = r.activity_id
         where r.member_id = $1 and r.status in ${heldSql} and a.status = 'PUBLISHED' and a.starts_at < $3 and a.ends_at > $2
         order by a.starts_at, a.id`,
        [memberId, from, to],
      );
      return rows.map((row) => ({ activityId: row.id, startsAt: row.starts_at, endsAt: row.ends_at }));
    },

    /** The viewer's own live sign-ups among the shifts. */
    listOwn: (actor: Actor, shiftIds: readonly ShiftId[]): Promise<readonly Signup[]> =>
      visible(actor)
        .andWhere(
          "signup.shiftId = any(:shiftIds) and signup.memberId = :self and signup.status not in ('SWAPPED', 'WITHDRAWN', 'DECLINED', 'VOID')",
          { shiftIds, self: memberOf(actor) ?? null },
        )
        .getMany(),

    /** The viewer's own: what is not over, soonest first; or what is over, latest first. */
    async pageOwn(
      actor: Actor,
      { isOver, now }: { readonly isOver: boolean; readonly now: Date },
      { first, after }: PageRequest,
    ): Promise<Page<Signup>> {
      const query = visible(actor)
        .andWhere('signup.memberId = :self', { self: memberOf(actor) ?? null })
        .andWhere(
          isOver
            ? "(signup.endsAt <= :now or signup.status in ('SWAPPED', 'WITHDRAWN', 'DECLINED', 'VOID'))"
            : "(signup.endsAt > :now and signup.status not in ('SWAPPED', 'WITHDRAWN', 'DECLINED', 'VOID'))",
          { now },
        );
      return readPage(query, { first, after }, isOver ? 'DESC' : 'ASC');
    },

    /** The places of others that the viewer may take, soonest first. */
    pageSwaps: (actor: Actor, now: Date, page: PageRequest): Promise<Page<Signup>> =>
      readPage(
        visible(actor)
          .andWhere("signup.status = 'SWAP_OFFERED' and signup.startsAt > :now", { now })
          .andWhere('signup.memberId <> :self and (signup.swapToId is null or signup.swapToId = :self)', {
            self: memberOf(actor) ?? null,
          }),
        page,
        'ASC',
      ),

    /** Everybody who signed up for a shift, in the order of asking; only for whoever speaks for its host. */
    async pageOfShift(actor: Actor, shiftId: ShiftId, { first, after }: PageRequest): Promise<Page<Signup>> {
      const query = visible(actor).andWhere("signup.shiftId = :shiftId and signup.status <> 'WITHDRAWN'", { shiftId });
      if (actor.kind !== 'system')
        query.andWhere('(host.contact_member_id = :hostContact or host.group_id = any(:hostGroups))');
      if (after !== undefined)
        query.andWhere('(signup.askedAt, signup.id) > (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('signup.askedAt')
        .addOrderBy('signup.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ askedAt, id }) => [askedAt.toISOString(), id]);
    },

    /** Those with a place in a role that asks for training which they do not hold. Call it under the shift's lock. */
    listUntrained: (shiftId: ShiftId): Promise<readonly Signup[]> =>
      manager
        .createQueryBuilder(SignupEntity, 'signup')
        .innerJoin('ShiftRole', 'role', 'role.id = signup.roleId and role.requiredPathId is not null')
        .where("signup.shiftId = :shiftId and signup.status in ('ACCEPTED', 'SWAP_OFFERED')", { shiftId })
        .andWhere(
          'not exists (select from training t where t.member_id = signup.memberId and t.path_id = role.requiredPathId and t.held_at is not null)',
        )
        .orderBy('signup.id')
        .getMany(),

    /** Frees everybody of a shift that will not take place, and says who they were. Call it under the shift's lock. */
    async voidLive(shiftId: ShiftId): Promise<readonly MemberId[]> {
      const [rows]: [readonly { member_id: MemberId }[], number] = await manager.query(
        `update shift_signup set status = 'VOID', version = version + 1
         where shift_id = $1 and status in ('REQUESTED', 'ACCEPTED', 'SWAP_OFFERED') returning member_id`,
        [shiftId],
      );
      return rows.map((row) => row.member_id);
    },

    /** Adds a sign-up; nothing when its member does another shift at that time already. */
    add: (signup: Signup): Promise<Signup | null> => unlessColliding(() => insertRow(manager, SignupEntity, signup)),
    save: (signup: Signup): Promise<Signup> => updateRow(manager, SignupEntity, signup),
    /** Writes a sign-up that takes its member's time from now on; nothing when they do another shift then already. */
    saveTaking: (signup: Signup): Promise<Signup | null> =>
      unlessColliding(() => updateRow(manager, SignupEntity, signup)),
  };
}

async function unlessColliding(write: () => Promise<Signup>): Promise<Signup | null> {
  try {
    return await write();
  } catch (error) {
    if (brokenConstraint(error) !== 'shift_signup_one_at_a_time') throw error;
    return null;
  }
}

async function readPage(
  query: SelectQueryBuilder<Signup>,
  { first, after }: PageRequest,
  order: 'ASC' | 'DESC',
): Promise<Page<Signup>> {
  if (after !== undefined)
    query.andWhere(`(signup.startsAt, signup.id) ${order === 'ASC' ? '>' : '<'} (:startsAt, :id)`, {
      startsAt: after[0],
      id: after[1],
    });
  const rows = await query
    .orderBy('signup.startsAt', order)
    .addOrderBy('signup.id', order)
    .limit(first + 1)
    .getMany();
  return toPage(rows, first, ({ startsAt, id }) => [startsAt.toISOString(), id]);
}
