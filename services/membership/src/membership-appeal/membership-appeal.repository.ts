import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, ConcurrentWrite } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type {
  JudgedAppeal,
  MembershipAppeal,
  MembershipAppealId,
  MembershipAppealStatus,
  StandingSuspension,
  Suspension,
} from './membership-appeal.js';
import { visibleAppeals } from './membership-appeal.policy.js';

type AppealRow = {
  id: MembershipAppeal['id'];
  suspension_id: Suspension['id'];
  member_id: MemberId;
  status: MembershipAppealStatus;
  words: string;
  appealed_at: Date;
  reasons: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  version: number;
  suspended_by: string;
};
type SuspensionRow = {
  id: Suspension['id'];
  member_id: MemberId;
  suspended_by: string;
  suspended_at: Date;
  ended_at: Date | null;
};

/** Reads and writes suspensions and the appeals against them; every read takes the actor. */
export type MembershipAppealRepository = ReturnType<typeof createMembershipAppealRepository>;

const selectAppeal = `select a.*, s.suspended_by from membership_appeal a join suspension s on s.id = a.suspension_id`;
const visible = '($1::boolean or a.member_id = $2::uuid)';

/** A repository over one connection or transaction. */
export function createMembershipAppealRepository(manager: EntityManager) {
  const scopeOf = (actor: Actor): readonly [boolean, string | null] => {
    const { everybody, memberId } = visibleAppeals(actor);
    return [everybody, memberId ?? null];
  };

  return {
    /** Notes that a suspension began; the member's record holds its reason and end. */
    async begin({ id, memberId, suspendedBy, suspendedAt }: Suspension): Promise<void> {
      await manager.query(
        'insert into suspension (id, member_id, suspended_by, suspended_at) values ($1, $2, $3, $4)',
        [id, memberId, suspendedBy, suspendedAt],
      );
    },

    /** Notes that the member's suspension ended; an appeal that still waits is overtaken by it. */
    async end(memberId: MemberId, now: Date): Promise<void> {
      await manager.query(
        `with over as (
           update suspension set ended_at = greatest($2, suspended_at) where member_id = $1 and ended_at is null returning id)
         update membership_appeal set status = 'OVERTAKEN', decided_at = $2, version = version + 1
         where suspension_id in (select id from over) and status = 'WAITING'`,
        [memberId, now],
      );
    },

    /** The latest suspension of each of the members whose record the actor may read, with the appeal against it. */
    async listStanding(actor: Actor, memberIds: readonly MemberId[]): Promise<readonly StandingSuspension[]> {
      const rows: readonly (SuspensionRow & { appeal: AppealRow | null })[] = await manager.query(
        `select distinct on (a.member_id) a.*, to_jsonb(p) as appeal from suspension a
         left join membership_appeal p on p.suspension_id = a.id
         where a.member_id = any($3::uuid[]) and ${visible} order by a.member_id, a.suspended_at desc, a.id`,
        [...scopeOf(actor), memberIds],
      );
      return rows.map(({ appeal, ...row }) => ({
        suspension: toSuspension(row),
        appeal: appeal === null ? undefined : toAppeal(appeal),
      }));
    },

    /** As `listStanding` for one member, and nobody else writes an appeal against it until the transaction ends. */
    async findStandingLocked(actor: Actor, memberId: MemberId): Promise<StandingSuspension | null> {
      await manager.query('select 1 from suspension where member_id = $1 and ended_at is null for update', [memberId]);
      return (await this.listStanding(actor, [memberId]))[0] ?? null;
    },

    /** One appeal, or nothing when missing or hidden. */
    async findVisible(actor: Actor, id: MembershipAppealId): Promise<JudgedAppeal | null> {
      const rows: readonly AppealRow[] = await manager.query(`${selectAppeal} where ${visible} and a.id = $3`, [
        ...scopeOf(actor),
        id,
      ]);
      return rows[0] === undefined ? null : toJudged(rows[0]);
    },

    /** The appeals the actor may read, the oldest first. */
    async page(
      actor: Actor,
      { first, after }: PageRequest,
      status: MembershipAppealStatus | undefined,
    ): Promise<Page<JudgedAppeal>> {
      const rows: readonly AppealRow[] = await manager.query(
        `${selectAppeal} where ${visible} and ($3::text is null or a.status = $3)
           and ($4::timestamptz is null or (a.appealed_at, a.id) > ($4, $5::uuid))
         order by a.appealed_at, a.id limit $6`,
        [...scopeOf(actor), status ?? null, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toJudged), first, ({ appeal }) => [appeal.appealedAt.toISOString(), appeal.id]);
    },

    /** Adds an appeal; throws {@link ConcurrentWrite} when there is one against this suspension. */
    async add(appeal: MembershipAppeal): Promise<MembershipAppeal> {
      try {
        await manager.query(
          `insert into membership_appeal (id, suspension_id, member_id, status, words, appealed_at, version)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            appeal.id,
            appeal.suspensionId,
            appeal.memberId,
            appeal.status,
            appeal.words,
            appeal.appealedAt,
            appeal.version,
          ],
        );
      } catch (error) {
        throw brokenConstraint(error) === 'membership_appeal_once' ? new ConcurrentWrite() : error;
      }
      return appeal;
    },

    /** Writes a decision; throws {@link ConcurrentWrite} when another one was first. */
    async decide(appeal: MembershipAppeal): Promise<MembershipAppeal> {
      const [, count]: readonly [unknown, number] = await manager.query(
        `update membership_appeal set status = $3, reasons = $4, decided_by = $5, decided_at = $6, version = version + 1
         where id = $1 and version = $2`,
        [appeal.id, appeal.version, appeal.status, appeal.reasons, appeal.decidedBy, appeal.decidedAt],
      );
      if (count !== 1) throw new ConcurrentWrite();
      return { ...appeal, version: appeal.version + 1 };
    },
  };
}

function toSuspension(row: SuspensionRow): Suspension {
  return {
    id: row.id,
    memberId: row.member_id,
    suspendedBy: row.suspended_by,
    suspendedAt: row.suspended_at,
    endedAt: row.ended_at ?? undefined,
  };
}

/** JSON from the database holds instants as text. */
function toAppeal(row: AppealRow): MembershipAppeal {
  return {
    id: row.id,
    suspensionId: row.suspension_id,
    memberId: row.member_id,
    status: row.status,
    words: row.words,
    appealedAt: new Date(row.appealed_at),
    reasons: row.reasons ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at === null ? undefined : new Date(row.decided_at),
    version: row.version,
  };
}

function toJudged(row: AppealRow): JudgedAppeal {
  return { appeal: toAppeal(row), suspendedBy: row.suspended_by };
}
