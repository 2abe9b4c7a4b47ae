import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { ConcurrentWrite, insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { QuestionKey } from '../question/question.js';
import {
  defaultSettings,
  type CardSheet,
  type RecallCard,
  type RecallCardId,
  type RecallSettings,
} from './recall-card.js';
import {
  cardRow,
  reviewRow,
  toReview,
  toSheet,
  type CardRow,
  type CardWithLog,
  type LoggedReview,
  type LogRow,
  type RecallTotals,
} from './recall-row.js';
import { visibleCards } from './recall.policy.js';

/** A card is there while its question stands in the version that is asked now. */
const living = `from recall_card c join quiz_version v on v.quiz_id = c.quiz_id and v.status = 'PUBLISHED'
  join quiz_question q on q.quiz_version_id = v.id and q.key = c.question_key where c.member_id = $1`;
const columns = `c.id as card_id, c.member_id, c.quiz_id, c.question_key, c.made_at, c.due_at, c.stability, c.difficulty,
  c.scheduled_days, c.reps, c.lapses, c.state, c.last_review_at, c.answer, c.is_right, c.version, q.id as question_id, q.key,
  q.quiz_version_id, q.position, q.kind, q.prompt, q.choices, q.number, q.tolerance, q.unit, q.accepted, q.explanation, q.resource_id`;

/** Reads and writes cards, the log of reviews and settings; every read takes the actor and answers for them alone. */
export type RecallRepository = ReturnType<typeof createRecallRepository>;

/** A repository over one connection or transaction. */
export function createRecallRepository(manager: EntityManager) {
  const own = (actor: Actor): Id<'Member'> | null => visibleCards(actor).own ?? null;
  const mayRead = (actor: Actor, memberId: Id<'Member'>): boolean => {
    const scope = visibleCards(actor);
    return scope.everything || scope.own === memberId;
  };
  return {
    /** Nobody else changes this member's cards until the transaction ends. */
    async lockMember(memberId: Id<'Member'>): Promise<void> {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('recall:' || $1, 0))`, [memberId]);
    },

    /** The viewer's cards that are due before an instant, the longest due first. */
    async pageDue(actor: Actor, dueBefore: Date, { first, after }: PageRequest): Promise<Page<CardSheet>> {
      const rows: readonly CardRow[] = await manager.query(
        `select ${columns} ${living} and c.due_at < $2 and ($3::timestamptz is null or (c.due_at, c.id) > ($3, $4::uuid))
         order by c.due_at, c.id limit $5`,
        [own(actor), dueBefore, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toSheet), first, ({ card }) => [card.dueAt.toISOString(), card.id]);
    },

    /** One card of the viewer with its question, or nothing when missing, somebody else's, or its question is retired. */
    async findSheet(actor: Actor, id: RecallCardId): Promise<CardSheet | null> {
      const rows: readonly CardRow[] = await manager.query(`select ${columns} ${living} and c.id = $2`, [
        own(actor),
        id,
      ]);
      const [row] = rows;
      return row === undefined ? null : toSheet(row);
    },

    /** How much the viewer has to review. */
    async total(actor: Actor, dueBefore: Date): Promise<RecallTotals> {
      const [row]: { all: number; due: number; next: Date | null }[] = await manager.query(
        `select count(*)::int as all, (count(*) filter (where c.due_at < $2))::int as due,
           min(c.due_at) filter (where c.due_at >= $2) as next ${living}`,
        [own(actor), dueBefore],
      );
      return { all: row?.all ?? 0, due: row?.due ?? 0, nextDueAt: row?.next ?? undefined };
    },

    /** How many of the viewer's cards come back on each campus day before an instant. */
    async countByDay(actor: Actor, before: Date, zone: string): Promise<ReadonlyMap<string, number>> {
      const rows: readonly { date: string; cards: number }[] = await manager.query(
        `select to_char(c.due_at at time zone $3, 'YYYY-MM-DD') as date, count(*)::int as cards ${living} and c.due_at < $2 group by 1`,
        [own(actor), before, zone],
      );
      return new Map(rows.map(({ date, cards }) => [date, cards]));
    },

    /** How many the viewer reviewed within a time, and how many of these they knew. */
    async countReviews(
      actor: Actor,
      from: Date,
      to: Date,
    ): Promise<{ readonly reviewed: number; readonly right: number }> {
      const [row]: { reviewed: number; right: number }[] = await manager.query(
        `select count(*)::int as reviewed, (count(*) filter (where was_right))::int as right from recall_review
         where member_id = $1 and source = 'REVIEW' and reviewed_at >= $2 and reviewed_at < $3`,
        [own(actor), from, to],
      );
      return row ?? { reviewed: 0, right: 0 };
    },

    /** A member's settings, or what holds until they change them; nothing for actors who may not know. */
    async findSettings(actor: Actor, memberId: Id<'Member'>): Promise<RecallSettings | null> {
      if (!mayRead(actor, memberId)) return null;
      const [row]: { retention_percent: number; paused_at: Date | null }[] = await manager.query(
        'select retention_percent, paused_at from recall_setting where member_id = $1',
        [memberId],
      );
      if (row === undefined) return defaultSettings(memberId);
      return { memberId, retentionPercent: row.retention_percent, pausedAt: row.paused_at ?? undefined };
    },

    /** Remembers what a member wishes. */
    async saveSettings({ memberId, retentionPercent, pausedAt }: RecallSettings): Promise<RecallSettings> {
      await manager.query(
        `insert into recall_setting (member_id, retention_percent, paused_at) values ($1, $2, $3)
         on conflict (member_id) do update set retention_percent = excluded.retention_percent, paused_at = excluded.paused_at`,
        [memberId, retentionPercent, pausedAt ?? null],
      );
      return { memberId, retentionPercent, pausedAt };
    },

    /** A member's cards of these questions, with what was logged of each, whether or not their questions stand. */
    async listWithLog(
      actor: Actor,
      memberId: Id<'Member'>,
      keys: readonly QuestionKey[],
    ): Promise<readonly CardWithLog[]> {
      if (!mayRead(actor, memberId)) return [];
      const rows: readonly (Pick<CardRow, 'card_id' | 'question_key' | 'made_at'> & { log: readonly LogRow[] })[] =
        await manager.query(
          `select c.id as card_id, c.question_key, c.made_at, coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'rating', r.rating,
               'retention', r.retention_percent, 'at', r.reviewed_at)) from recall_review r where r.card_id = c.id), '[]') as log
           from recall_card c where c.member_id = $1 and c.question_key = any($2::uuid[])`,
          [memberId, keys],
        );
      return rows.map((row) => ({
        id: row.card_id,
        questionKey: row.question_key,
        madeAt: row.made_at,
        reviews: row.log.map(toReview),
      }));
    },

    /** Writes a card as it is now. Throws when somebody else changed it since it was read. */
    async save(card: RecallCard): Promise<RecallCard> {
      const rows: readonly unknown[] = await manager.query(
        `update recall_card set due_at = $3, stability = $4, difficulty = $5, scheduled_days = $6, reps = $7, lapses = $8, state = $9,
           last_review_at = $10, answer = $11::jsonb, is_right = $12, version = version + 1
         where id = $1 and version = $2 returning id`,
        [
          card.id,
          card.version,
          card.dueAt,
          card.stability,
          card.difficulty,
          card.scheduledDays,
          card.reps,
          card.lapses,
          card.state,
          card.lastReviewAt ?? null,
          card.answer === undefined ? null : JSON.stringify(card.answer),
          card.isRight ?? null,
        ],
      );
      if (rows.flat().length === 0) throw new ConcurrentWrite();
      return { ...card, version: card.version + 1 };
    },

    /** Adds cards, or brings those there are to what their log says now; an answer that waits to be rated stays. */
    async putMemories(cards: readonly RecallCard[]): Promise<void> {
      await manager.query(
        `insert into recall_card (id, member_id, quiz_id, question_key, made_at, due_at, stability, difficulty, scheduled_days, reps, lapses, state, last_review_at, version)
         select * from jsonb_to_recordset($1::jsonb) as r(id uuid, member_id uuid, quiz_id uuid, question_key uuid, made_at timestamptz, due_at timestamptz,
           stability double precision, difficulty double precision, scheduled_days integer, reps integer, lapses integer, state text, last_review_at timestamptz, version integer)
         on conflict (id) do update set due_at = excluded.due_at, stability = excluded.stability, difficulty = excluded.difficulty,
           scheduled_days = excluded.scheduled_days, reps = excluded.reps, lapses = excluded.lapses, state = excluded.state,
           last_review_at = excluded.last_review_at, version = recall_card.version + 1`,
        [JSON.stringify(cards.map(cardRow))],
      );
    },

    /** Adds reviews to the log. */
    async log(reviews: readonly LoggedReview[]): Promise<void> {
      await insertRows(manager, 'recall_review', reviews.map(reviewRow));
    },
  };
}
