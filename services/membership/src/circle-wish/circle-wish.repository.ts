import { memberOf, type Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { CircleWish, HalfDay } from './circle-wish.js';

type WishRow = {
  readonly member_id: MemberId;
  readonly interests: readonly string[];
  readonly languages: readonly string[];
  readonly half_days: readonly HalfDay[];
  readonly size_max: number;
  readonly wished_at: Date;
  readonly rounds_waited: number;
};

/** Reads and writes wishes; their member alone is shown one. */
export type CircleWishRepository = ReturnType<typeof createCircleWishRepository>;

/** A repository over one connection or transaction. */
export function createCircleWishRepository(manager: EntityManager) {
  return {
    /** The actor's own wish. */
    async findOwn(actor: Actor): Promise<CircleWish | undefined> {
      const [row]: readonly WishRow[] = await manager.query('select * from circle_wish where member_id = $1', [
        memberOf(actor) ?? null,
      ]);
      return row === undefined ? undefined : toWish(row);
    },

    /** Writes a wish in the place of the one before. */
    async save({
      memberId,
      interests,
      languages,
      halfDays,
      sizeMax,
      wishedAt,
      roundsWaited,
    }: CircleWish): Promise<void> {
      await manager.query(
        `insert into circle_wish (member_id, interests, languages, half_days, size_max, wished_at, rounds_waited)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict on constraint circle_wish_pk do update set interests = excluded.interests,
           languages = excluded.languages, half_days = excluded.half_days, size_max = excluded.size_max`,
        [memberId, interests, languages, halfDays, sizeMax, wishedAt, roundsWaited],
      );
    },

    /** Forgets wishes. */
    async remove(memberIds: readonly MemberId[]): Promise<void> {
      await manager.query('delete from circle_wish where member_id = any($1::uuid[])', [memberIds]);
    },

    /** For the nightly round, which nobody else runs meanwhile: wishes of active members who have no live seat. */
    async listForRound(): Promise<readonly CircleWish[]> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('circle_wish.round'))`);
      const rows: readonly WishRow[] = await manager.query(
        `select w.* from circle_wish w join member m on m.id = w.member_id and m.status = 'ACTIVE'
         where not exists (select 1 from circle_seat s where s.member_id = w.member_id and s.status in ('INVITED', 'ACCEPTED'))
         order by w.member_id for update of w`,
      );
      return rows.map(toWish);
    },

    /** Which of these people may not be brought together, one way round. */
    async listBlocked(memberIds: readonly MemberId[]): Promise<readonly (readonly [MemberId, MemberId])[]> {
      const rows: readonly { blocker_id: MemberId; blocked_id: MemberId }[] = await manager.query(
        'select blocker_id, blocked_id from member_block where blocker_id = any($1::uuid[]) and blocked_id = any($1::uuid[])',
        [memberIds],
      );
      return rows.map((row) => [row.blocker_id, row.blocked_id] as const);
    },

    /** Notes that a round brought these people nothing, so that they come first in the next. */
    async countWaited(memberIds: readonly MemberId[]): Promise<void> {
      await manager.query(
        'update circle_wish set rounds_waited = rounds_waited + 1 where member_id = any($1::uuid[])',
        [memberIds],
      );
    },
  };
}

function toWish(row: WishRow): CircleWish {
  return {
    memberId: row.member_id,
    interests: row.interests,
    languages: row.languages,
    halfDays: row.half_days,
    sizeMax: row.size_max,
    wishedAt: row.wished_at,
    roundsWaited: row.rounds_waited,
  };
}
