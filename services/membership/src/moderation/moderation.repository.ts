import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { MemberId } from '../member/member.js';
import { ModerationItemEntity, ReportEntity } from './moderation.entity.js';
import type { Decision, ModerationItem, ModerationItemId, Subject } from './moderation.js';
import { groundlessDays, moderatedItems } from './moderation.policy.js';
import type { Report, ReportOutcome } from './report.js';

const dayMs = 86_400_000;

/** Which part of the queue to show. */
export type ItemFilter = { readonly decided: boolean };

/** How often a member reported lately, and how. */
export type ReporterRecord = {
  readonly today: number;
  readonly groundless: number;
  /** Whether they have a live report of the thing. */
  readonly isLive: boolean;
  /** Whether a report of theirs counted against the thing before. */
  readonly hasCounted: boolean;
};

/** Reads and writes reports, what they are about and what was decided; every read for people takes the actor. */
export type ReportRepository = ReturnType<typeof createReportRepository>;

const isServing = 'starts_at <= :now and ends_at > :now';

/** An officer of the group is left who neither wrote nor reported the thing. */
const groupCanDecide = `exists (
  select 1 from actor_mandate o where o.group_id = item.group_id and o.member_id <> item.author_id
    and o.${isServing.replace(' and ', ' and o.')}
    and not exists (select 1 from report r where r.item_id = item.id and r.reporter_id = o.member_id))`;

/** The union's officers decide what has no group, appeals, and what a group has nobody for. */
const isUnionMatter = `(item.group_id is null or item.state = 'APPEALED' or not ${groupCanDecide})`;

/** A repository over one connection or transaction. */
export function createReportRepository(manager: EntityManager) {
  const visible = (actor: Actor, now: Date): SelectQueryBuilder<ModerationItem> => {
    const { self, groups, union } = moderatedItems(actor);
    return manager
      .createQueryBuilder(ModerationItemEntity, 'item')
      .where('item.author_id <> :self', { self: self ?? null, now })
      .andWhere('not exists (select 1 from report r where r.item_id = item.id and r.reporter_id = :self)')
      .andWhere("(item.state <> 'APPEALED' or item.removed_by <> :self)")
      .andWhere(`(item.group_id = any(:groups) or (:union and ${isUnionMatter}))`, { groups, union });
  };
  return {
    /** The queue: what waits, longest first, or what was decided, latest first. */
    async page(
      actor: Actor,
      { decided }: ItemFilter,
      { first, after, now }: PageRequest & { readonly now: Date },
    ): Promise<Page<ModerationItem>> {
      const query = visible(actor, now).andWhere(
        decided
          ? "item.state in ('KEPT', 'REMOVED', 'RESTORED', 'REMOVED_FINALLY')"
          : "item.state in ('REPORTED', 'HELD', 'APPEALED')",
      );
      if (after !== undefined)
        query.andWhere(`(item.since, item.id) ${decided ? '<' : '>'} (:since, :id)`, { since: after[0], id: after[1] });
      const rows = await query
        .orderBy('item.since', decided ? 'DESC' : 'ASC')
        .addOrderBy('item.id', decided ? 'DESC' : 'ASC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ since, id }) => [since.toISOString(), id]);
    },

    /** One thing of the actor's queue, or nothing when missing or none of theirs. */
    findVisible: (actor: Actor, id: ModerationItemId, now: Date): Promise<ModerationItem | null> =>
      visible(actor, now).andWhere('item.id = :id', { id }).getOne(),

    /** As `findVisible`; nobody else reports it or decides about it until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: ModerationItemId, now: Date): Promise<ModerationItem | null> =>
      visible(actor, now).andWhere('item.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** What moderation knows of a thing, if anything; nobody else reports it or decides about it until the transaction ends. */
    findLocked: ({ kind, id }: Subject): Promise<ModerationItem | null> =>
      manager
        .createQueryBuilder(ModerationItemEntity, 'item')
        .where('item.subjectKind = :kind and item.subjectId = :id', { kind, id })
        .setLock('pessimistic_write')
        .getOne(),

    /** The same, noting the thing when it is new to moderation. */
    async lock(item: ModerationItem): Promise<ModerationItem> {
      await manager
        .createQueryBuilder()
        .insert()
        .into(ModerationItemEntity)
        .values(item)
        .orIgnore()
        .updateEntity(false)
        .execute();
      const found = await this.findLocked({ kind: item.subjectKind, id: item.subjectId });
      if (found === null) throw new Error('a thing that was noted is there');
      return found;
    },

    /** What the member reported before; decides whether a report is taken and whether it counts. */
    async recordOf(reporterId: MemberId, itemId: ModerationItemId, now: Date): Promise<ReporterRecord> {
      const [row]: readonly ReporterRecord[] = await manager.query(
        `select count(*) filter (where reported_at > $3)::int as today,
           count(*) filter (where outcome = 'KEPT' and closed_at > $4)::int as groundless,
           coalesce(bool_or(item_id = $2 and closed_at is null), false) as "isLive",
           coalesce(bool_or(item_id = $2 and counts), false) as "hasCounted"
         from report where reporter_id = $1`,
        [reporterId, itemId, new Date(now.getTime() - dayMs), new Date(now.getTime() - groundlessDays * dayMs)],
      );
      return row ?? { today: 0, groundless: 0, isLive: false, hasCounted: false };
    },

    /** How many live reports count towards holding the thing. */
    async countTowardsHold(itemId: ModerationItemId): Promise<number> {
      const [row]: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from report where item_id = $1 and counts and closed_at is null',
        [itemId],
      );
      return row?.count ?? 0;
    },

    /** Ends the live reports of a thing and returns whose they were. Of what was taken back no words are kept. */
    async close(itemId: ModerationItemId, outcome: ReportOutcome, at: Date): Promise<readonly MemberId[]> {
      const [rows]: readonly [readonly { reporter_id: MemberId }[], number] = await manager.query(
        `update report set closed_at = $3, outcome = $2, words = case when $2 = 'GONE' then '' else words end
         where item_id = $1 and closed_at is null returning reporter_id`,
        [itemId, outcome, at],
      );
      if (outcome === 'GONE') await manager.query(`update report set words = '' where item_id = $1`, [itemId]);
      return rows.map((row) => row.reporter_id);
    },

    /** The members who may decide about a thing now. */
    async listModerators(itemId: ModerationItemId, now: Date): Promise<readonly MemberId[]> {
      const rows: readonly { member_id: MemberId }[] = await manager.query(
        `select distinct m.member_id from moderation_item item
           join actor_mandate m on m.starts_at <= $2 and m.ends_at > $2
             and (m.group_id = item.group_id or (m.kind = 'UNION_OFFICER' and ${isUnionMatter.replaceAll(':now', '$2')}))
           join actor_member a on a.member_id = m.member_id and a.is_active
         where item.id = $1 and m.member_id <> item.author_id
           and (item.state <> 'APPEALED' or m.member_id <> item.removed_by)
           and not exists (select 1 from report r where r.item_id = item.id and r.reporter_id = m.member_id)`,
        [itemId, now],
      );
      return rows.map((row) => row.member_id);
    },

    /** Why things were removed the last time and whether an appeal is open, for their own author. */
    listOwn: (actor: Actor, subjects: { readonly kind: Subject['kind']; readonly ids: readonly string[] }) =>
      manager
        .createQueryBuilder(ModerationItemEntity, 'item')
        .where('item.subjectKind = :kind and item.subjectId = any(:ids) and item.authorId = :self', {
          kind: subjects.kind,
          ids: subjects.ids,
          self: moderatedItems(actor).self ?? null,
        })
        .getMany(),

    /** The reports of things, oldest first. Only for things that the moderator was shown. */
    listReports: (itemIds: readonly ModerationItemId[]): Promise<readonly Report[]> =>
      manager
        .createQueryBuilder(ReportEntity, 'report')
        .where('report.itemId = any(:itemIds)', { itemIds })
        .orderBy('report.reportedAt')
        .addOrderBy('report.id')
        .getMany(),

    /** What was decided about things, oldest first. Only for things that the moderator was shown. */
    async listDecisions(itemIds: readonly ModerationItemId[]): Promise<readonly Decision[]> {
      const rows: readonly Decision[] = await manager.query(
        `select id, item_id as "itemId", decision, reason, decided_by as "decidedBy", decided_at as "decidedAt"
         from moderation_decision where item_id = any($1::uuid[]) order by decided_at, id`,
        [itemIds],
      );
      return rows.map((row) => ({ ...row, reason: row.reason ?? undefined, decidedBy: row.decidedBy ?? undefined }));
    },

    /** Adds a report. */
    file: (report: Report): Promise<Report> => insertRow(manager, ReportEntity, report),

    /** Keeps a decision. */
    decide: (made: Decision): Promise<unknown> =>
      manager.query('insert into moderation_decision values ($1, $2, $3, $4, $5, $6)', [
        made.id,
        made.itemId,
        made.decision,
        made.reason ?? null,
        made.decidedBy ?? null,
        made.decidedAt,
      ]),

    save: (item: ModerationItem): Promise<ModerationItem> => updateRow(manager, ModerationItemEntity, item),
  };
}
