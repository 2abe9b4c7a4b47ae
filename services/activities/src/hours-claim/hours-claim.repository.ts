import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, ConcurrentWrite, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Host, HostId } from '../host/host.js';
import type { MemberId } from '../references/member.js';
import type { SignupId } from '../signup/signup.js';
import { HoursClaimEntity } from './hours-claim.entity.js';
import type { ClaimFacts, HoursClaim, HoursClaimId } from './hours-claim.js';
import { visibleClaims } from './hours-claim.policy.js';

/** What a member has verified in all, and what waits. */
export type MemberTotal = { readonly minutes: number; readonly claims: number; readonly waitingMinutes: number };

/** Where the host of a claim is found, which every claim has. */
type KnownHosts = { readonly get: (id: HostId) => Promise<Host> };

/** Reads and writes claims; every read of rows takes the actor. */
export type HoursClaimRepository = ReturnType<typeof createHoursClaimRepository>;

/** A repository over one connection or transaction. */
export function createHoursClaimRepository(manager: EntityManager, hosts: KnownHosts) {
  const visible = (actor: Actor): SelectQueryBuilder<HoursClaim> => {
    const { sql, parameters } = visibleClaims(actor);
    return manager
      .createQueryBuilder(HoursClaimEntity, 'claim')
      .innerJoin('ServiceHost', 'host', 'host.id = claim.hostId')
      .where(sql, parameters);
  };
  const findVisible = (actor: Actor, id: HoursClaimId): Promise<HoursClaim | null> =>
    visible(actor).andWhere('claim.id = :id', { id }).getOne();

  return {
    findVisible,

    /** One claim with its host, or nothing when missing or hidden; nobody else changes it until the transaction ends. */
    async findFactsLocked(actor: Actor, id: HoursClaimId): Promise<ClaimFacts | null> {
      await manager.query('select 1 from hours_claim where id = $1 for no key update', [id]);
      const claim = await findVisible(actor, id);
      if (claim === null) return null;
      return { claim, host: await hosts.get(claim.hostId) };
    },

    /** The viewer's own claims, the latest work first. */
    async pageOwn(actor: Actor, { first, after }: PageRequest): Promise<Page<HoursClaim>> {
      const query = visible(actor).andWhere('claim.memberId = :self', { self: memberOf(actor) ?? null });
      if (after !== undefined)
        query.andWhere('(claim.workedFrom, claim.id) < (:from, :id)', { from: after[0], id: after[1] });
      const rows = await query
        .orderBy('claim.workedFrom', 'DESC')
        .addOrderBy('claim.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ workedFrom, id }) => [workedFrom.toISOString(), id]);
    },

    /** What waits to be verified by the viewer, the oldest first. */
    async pageToVerify(actor: Actor, { first, after }: PageRequest): Promise<Page<HoursClaim>> {
      const query = visible(actor).andWhere("claim.status = 'SUBMITTED' and claim.memberId <> :self", {
        self: memberOf(actor) ?? null,
      });
      if (after !== undefined)
        query.andWhere('(claim.submittedAt, claim.id) > (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('claim.submittedAt')
        .addOrderBy('claim.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ submittedAt, id }) => [(submittedAt ?? new Date(0)).toISOString(), id]);
    },

    /** The viewer's own live claims of the sign-ups. */
    listOfSignups: (actor: Actor, signupIds: readonly SignupId[]): Promise<readonly HoursClaim[]> =>
      visible(actor)
        .andWhere(
          "claim.signupId = any(:signupIds) and claim.memberId = :self and claim.status in ('DRAFT', 'SUBMITTED', 'QUERIED', 'VERIFIED')",
          { signupIds, self: memberOf(actor) ?? null },
        )
        .getMany(),

    /** Whether a member has another verified claim, or was at an activity, in the time of this one. */
    async findOverlap({ id, memberId, workedFrom, workedTo }: HoursClaim): Promise<'CLAIM' | 'ACTIVITY' | undefined> {
      const [row]: { claim: boolean; activity: boolean }[] = await manager.query(
        `select exists (select 1 from hours_claim c where c.member_id = $1 and c.id <> $4 and c.status = 'VERIFIED'
             and tstzrange(c.worked_from, c.worked_to) && tstzrange($2, $3)) as claim,
           exists (select 1 from registration r join activity a on a.id = r.activity_id
             where r.member_id = $1 and r.status in ('CHECKED_IN', 'CHECKED_OUT', 'ATTENDED')
               and tstzrange(a.starts_at, a.ends_at) && tstzrange($2, $3)) as activity`,
        [memberId, workedFrom, workedTo, id],
      );
      if (row?.claim === true) return 'CLAIM';
      return row?.activity === true ? 'ACTIVITY' : undefined;
    },

    /** What members have in all. */
    async total(memberId: MemberId): Promise<MemberTotal> {
      const [row]: { minutes: number; claims: number; waiting: number }[] = await manager.query(
        `select coalesce(sum(minutes) filter (where status = 'VERIFIED'), 0)::int as minutes,
           count(*) filter (where status = 'VERIFIED')::int as claims,
           coalesce(sum(minutes) filter (where status in ('SUBMITTED', 'QUERIED')), 0)::int as waiting
         from hours_claim where member_id = $1`,
        [memberId],
      );
      return { minutes: row?.minutes ?? 0, claims: row?.claims ?? 0, waitingMinutes: row?.waiting ?? 0 };
    },

    /** Adds a draft. Somebody who has a claim of the same shift meets a conflict. */
    async add(claim: HoursClaim): Promise<HoursClaim> {
      try {
        return await insertRow(manager, HoursClaimEntity, claim);
      } catch (error) {
        throw brokenConstraint(error) === 'hours_claim_one_live' ? new ConcurrentWrite() : error;
      }
    },

    /** Writes a claim; nothing when another claim of this time was verified at the same moment. */
    async save(claim: HoursClaim): Promise<HoursClaim | null> {
      try {
        return await updateRow(manager, HoursClaimEntity, claim);
      } catch (error) {
        if (brokenConstraint(error) !== 'hours_claim_verified_once') throw error;
        return null;
      }
    },
  };
}
