import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { audiences } from './audience.js';
import type { ChangeId, MatterChange, MemberUpdate, Telling, UpdateSubject, UpdateSubjectKind } from './update.js';

type UpdateRow = {
  id: ChangeId;
  subject_kind: UpdateSubjectKind;
  subject_id: string;
  change: MatterChange;
  at: Date;
  read_at: Date | null;
  is_muted: boolean;
};

type ChangeRow = {
  id: ChangeId;
  subject_kind: UpdateSubjectKind;
  subject_id: string;
  at: Date;
  told_through: string | null;
};

/** Keeps changes and who was told of them. A member's own news only: every read names the member. */
export type UpdateRepository = ReturnType<typeof createUpdateRepository>;

const notMuted = `not exists (select 1 from update_mute q
  where q.member_id = a.member_id and q.subject_kind = $3 and q.subject_id = $4)`;

/** A repository over one connection or transaction. */
export function createUpdateRepository(manager: EntityManager) {
  return {
    /** Keeps the change, unless it is known already; says whether it was new. */
    async addChange(id: ChangeId, { subject, change, sourceId, at, to }: Telling): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `insert into matter_change (id, subject_kind, subject_id, change, source_id, at, audience, told_at)
         values ($1, $2, $3, $4, $5, $6, $7::text, case when $7::text is null then $6::timestamptz end)
         on conflict on constraint matter_change_once do nothing returning 1`,
        [id, subject.kind, subject.id, change, sourceId, at, to === 'EVERYBODY_CONCERNED' ? to : null],
      );
      return rows.length > 0;
    },

    /** Tells these members, but for those who muted the matter. */
    async tellMembers(id: ChangeId, { subject, at }: Telling, memberIds: readonly Id<'Member'>[]): Promise<void> {
      await manager.query(
        `insert into member_update (member_id, change_id, at)
         select distinct a.member_id, $1::uuid, $2::timestamptz from unnest($5::uuid[]) as a(member_id) where ${notMuted}
         on conflict do nothing`,
        [id, at, subject.kind, subject.id, memberIds],
      );
    },

    /** Tells the next members of a change's audience; says whether any may be left. Another worker on the same change waits. */
    async tellChunk(id: ChangeId, size: number): Promise<boolean> {
      const [change]: readonly ChangeRow[] = await manager.query(
        'select id, subject_kind, subject_id, at, told_through from matter_change where id = $1 and told_at is null for update',
        [id],
      );
      if (change === undefined) return false;
      const chunk: readonly { member_id: string }[] = await manager.query(
        `select distinct member_id from (${audiences[change.subject_kind]}) audience
         where ($3::uuid is null or member_id > $3) order by member_id limit $4`,
        [change.subject_id, change.at, change.told_through, size],
      );
      const ids = chunk.map((row) => row.member_id);
      await manager.query(
        `insert into member_update (member_id, change_id, at)
         select a.member_id, $1::uuid, $2::timestamptz from unnest($5::uuid[]) as a(member_id) where ${notMuted}
         on conflict do nothing`,
        [id, change.at, change.subject_kind, change.subject_id, ids],
      );
      const isLast = chunk.length < size;
      await manager.query(
        'update matter_change set told_through = coalesce($2, told_through), told_at = case when $3 then at end where id = $1',
        [id, ids.at(-1) ?? null, isLast],
      );
      return !isLast;
    },

    /** The member's news, newest first. */
    async pageOf(
      memberId: Id<'Member'>,
      { first, after }: PageRequest,
      onlyUnread: boolean,
    ): Promise<Page<MemberUpdate>> {
      const rows: readonly UpdateRow[] = await manager.query(
        `select c.id, c.subject_kind, c.subject_id, c.change, u.at, u.read_at, exists (
           select 1 from update_mute q where q.member_id = $1 and q.subject_kind = c.subject_kind and q.subject_id = c.subject_id
         ) as is_muted
         from member_update u join matter_change c on c.id = u.change_id
         where u.member_id = $1 and (not $2 or u.read_at is null)
           and ($3::timestamptz is null or (u.at, u.change_id) < ($3::timestamptz, $4::uuid))
         order by u.at desc, u.change_id desc limit $5`,
        [memberId, onlyUnread, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toUpdate), first, ({ id, at }) => [at.toISOString(), id]);
    },

    /** How much news the member has not read. */
    async countUnread(memberId: Id<'Member'>): Promise<number> {
      const [row]: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from member_update where member_id = $1 and read_at is null',
        [memberId],
      );
      return row?.count ?? 0;
    },

    /** Marks news of the member as read: these pieces, or all up to the instant. */
    async markRead(
      memberId: Id<'Member'>,
      what: { readonly ids: readonly ChangeId[] | undefined },
      now: Date,
    ): Promise<void> {
      await manager.query(
        `update member_update set read_at = $2
         where member_id = $1 and read_at is null and at <= $2 and ($3::uuid[] is null or change_id = any($3::uuid[]))`,
        [memberId, now, what.ids ?? null],
      );
    },

    /** Stops news of a matter for the member. */
    async mute(memberId: Id<'Member'>, { kind, id }: UpdateSubject): Promise<void> {
      await manager.query(
        'insert into update_mute (member_id, subject_kind, subject_id) values ($1, $2, $3) on conflict do nothing',
        [memberId, kind, id],
      );
    },

    /** Lets news of a matter come again. */
    async unmute(memberId: Id<'Member'>, { kind, id }: UpdateSubject): Promise<void> {
      await manager.query('delete from update_mute where member_id = $1 and subject_kind = $2 and subject_id = $3', [
        memberId,
        kind,
        id,
      ]);
    },

    /** Whether the member has muted the matter. */
    async isMuted(memberId: Id<'Member'>, { kind, id }: UpdateSubject): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        'select 1 from update_mute where member_id = $1 and subject_kind = $2 and subject_id = $3',
        [memberId, kind, id],
      );
      return rows.length > 0;
    },

    /** Whether the member has ever been told of the matter: only what concerns somebody can be muted. */
    async isTold(memberId: Id<'Member'>, { kind, id }: UpdateSubject): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from member_update u join matter_change c on c.id = u.change_id
         where u.member_id = $1 and c.subject_kind = $2 and c.subject_id = $3 limit 1`,
        [memberId, kind, id],
      );
      return rows.length > 0;
    },

    /** Forgets the news of somebody who was erased. */
    async forget(memberId: Id<'Member'>): Promise<void> {
      await manager.query('delete from member_update where member_id = $1', [memberId]);
      await manager.query('delete from update_mute where member_id = $1', [memberId]);
    },
  };
}

function toUpdate(row: UpdateRow): MemberUpdate {
  return {
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    change: row.change,
    at: row.at,
    readAt: row.read_at ?? undefined,
    isMuted: row.is_muted,
  };
}
