import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import type { FeedbackAnswer, FeedbackId, FeedbackWindow, RatingCounts } from './feedback.js';

/** A text as organisers read it: without a rating, a name or a time. */
export type FeedbackText = { readonly id: FeedbackId; readonly text: string };

/** Reads and writes feedback. Own answers take the actor; what organisers see has no member to scope by. */
export type FeedbackRepository = ReturnType<typeof createFeedbackRepository>;

type WindowRow = {
  activity_id: ActivityId;
  closes_at: Date;
  rules_version: number;
  asked_count: number;
  closed_at: Date | null;
};

const columns = 'activity_id, closes_at, rules_version, asked_count, closed_at';

const toWindow = (row: WindowRow): FeedbackWindow => ({
  activityId: row.activity_id,
  closesAt: row.closes_at,
  rulesVersion: row.rules_version,
  askedCount: row.asked_count,
  closedAt: row.closed_at ?? undefined,
});

/** A repository over one connection or transaction. */
export function createFeedbackRepository(manager: EntityManager) {
  return {
    /** The windows of the activities that have one. */
    async listWindows(activityIds: readonly ActivityId[]): Promise<readonly FeedbackWindow[]> {
      const rows: readonly WindowRow[] = await manager.query(
        `select ${columns} from feedback_window where activity_id = any($1::uuid[])`,
        [activityIds],
      );
      return rows.map(toWindow);
    },

    /** One window, which nobody else closes and no answer passes until the transaction ends. */
    async findWindowLocked(activityId: ActivityId): Promise<FeedbackWindow | null> {
      const rows: readonly WindowRow[] = await manager.query(
        `select ${columns} from feedback_window where activity_id = $1 for update`,
        [activityId],
      );
      return rows[0] === undefined ? null : toWindow(rows[0]);
    },

    /** Opens a window. Attendance is closed once, so an activity has one. */
    async addWindow({ activityId, closesAt, rulesVersion, askedCount }: FeedbackWindow): Promise<void> {
      await manager.query(
        'insert into feedback_window (activity_id, closes_at, rules_version, asked_count) values ($1, $2, $3, $4)',
        [activityId, closesAt, rulesVersion, askedCount],
      );
    },

    /** The actor's own answers, while they are still somebody's. */
    async listOwn(actor: Actor, activityIds: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, FeedbackAnswer>> {
      const rows: readonly { activity_id: ActivityId; rating: number; body: string }[] = await manager.query(
        'select activity_id, rating, body from feedback where member_id = $1 and activity_id = any($2::uuid[])',
        [memberOf(actor) ?? null, activityIds],
      );
      return new Map(rows.map(({ activity_id, rating, body }) => [activity_id, { rating, text: body }]));
    },

    /** Writes somebody's answer, in the place of an earlier one. */
    async write(
      {
        id,
        activityId,
        memberId,
      }: { readonly id: FeedbackId; readonly activityId: ActivityId; readonly memberId: MemberId },
      { rating, text }: FeedbackAnswer,
    ): Promise<void> {
      await manager.query(
        `insert into feedback (id, activity_id, member_id, rating, body) values ($1, $2, $3, $4, $5)
         on conflict (activity_id, member_id) do update set rating = excluded.rating, body = excluded.body`,
        [id, activityId, memberId, rating, text],
      );
    },

    /**
     * Closes a window: its answers are written anew, in a random order, under new ids and without members, so that neither
     * a column nor the order of the rows tells who wrote which, or when.
     */
    async close(activityId: ActivityId, closedAt: Date): Promise<void> {
      await manager.query('update feedback_window set closed_at = $2 where activity_id = $1', [activityId, closedAt]);
      await manager.query(
        `with taken as (delete from feedback where activity_id = $1 returning rating, body)
         insert into feedback (id, activity_id, rating, body)
         select gen_random_uuid(), $1, rating, body from taken order by random()`,
        [activityId],
      );
    },

    /** How many answers there are of each rating. */
    async countRatings(activityIds: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, RatingCounts>> {
      const rows: readonly { activity_id: ActivityId; rating: number; count: number }[] = await manager.query(
        `select a.id as activity_id, r.rating, count(f.id)::int as count
         from unnest($1::uuid[]) as a(id) cross join generate_series(1, 5) as r(rating)
         left join feedback f on f.activity_id = a.id and f.rating = r.rating
         group by a.id, r.rating order by a.id, r.rating`,
        [activityIds],
      );
      const byActivity = Map.groupBy(rows, (row) => row.activity_id);
      return new Map(
        [...byActivity].map(([id, counts]) => [id, counts.map(({ rating, count }) => ({ rating, count }))]),
      );
    },

    /** The texts of a closed window, by their random ids. */
    async pageTexts(activityId: ActivityId, { first, after }: PageRequest): Promise<Page<FeedbackText>> {
      const rows: readonly { id: FeedbackId; body: string }[] = await manager.query(
        `select f.id, f.body from feedback f join feedback_window w on w.activity_id = f.activity_id
         where f.activity_id = $1 and w.closed_at is not null and f.body <> '' and ($2::uuid is null or f.id > $2::uuid)
         order by f.id limit $3`,
        [activityId, after?.[0] ?? null, first + 1],
      );
      return toPage(
        rows.map(({ id, body }) => ({ id, text: body })),
        first,
        ({ id }) => [id],
      );
    },
  };
}
