import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MentorGoal, MentorMeeting, MentorPairId } from './mentor-pair.js';

/** Reads and writes the goals and meetings of pairs; whoever asks has read the pair as one of the two before. */
export type MentorWorkRepository = ReturnType<typeof createMentorWorkRepository>;

type GoalRow = Omit<MentorGoal, 'reachedAt'> & { readonly reachedAt: Date | null };
type MeetingRow = Omit<MentorMeeting, 'words'> & { readonly words: string | null };

/** A repository over one connection or transaction. */
export function createMentorWorkRepository(manager: EntityManager) {
  return {
    /** The goals of pairs, oldest first. */
    async listGoals(pairIds: readonly MentorPairId[]): Promise<readonly MentorGoal[]> {
      const rows: readonly GoalRow[] = await manager.query(
        `select id, pair_id as "pairId", words, added_at as "addedAt", reached_at as "reachedAt"
         from mentor_goal where pair_id = any($1::uuid[]) order by added_at, id`,
        [pairIds],
      );
      return rows.map((row) => ({ ...row, reachedAt: row.reachedAt ?? undefined }));
    },

    /** The meetings of pairs, latest first. */
    async listMeetings(pairIds: readonly MentorPairId[]): Promise<readonly MentorMeeting[]> {
      const rows: readonly MeetingRow[] = await manager.query(
        `select id, pair_id as "pairId", starts_at as "startsAt", minutes, words
         from mentor_meeting where pair_id = any($1::uuid[]) order by starts_at desc, id desc`,
        [pairIds],
      );
      return rows.map((row) => ({ ...row, words: row.words ?? undefined }));
    },

    addGoal: async ({ id, pairId, words, addedAt }: MentorGoal): Promise<void> =>
      void (await manager.query('insert into mentor_goal (id, pair_id, words, added_at) values ($1, $2, $3, $4)', [
        id,
        pairId,
        words,
        addedAt,
      ])),

    /** Marks a goal of the pair; tells whether there was one. */
    markGoal: (pairId: MentorPairId, id: Id<'MentorGoal'>, reachedAt: Date | undefined): Promise<boolean> =>
      changed(manager, 'update mentor_goal set reached_at = $3 where pair_id = $1 and id = $2 returning id', [
        pairId,
        id,
        reachedAt ?? null,
      ]),

    /** Drops a goal of the pair; tells whether there was one. */
    dropGoal: (pairId: MentorPairId, id: Id<'MentorGoal'>): Promise<boolean> =>
      changed(manager, 'delete from mentor_goal where pair_id = $1 and id = $2 returning id', [pairId, id]),

    addMeeting: async ({ id, pairId, startsAt, minutes, words }: MentorMeeting): Promise<void> =>
      void (await manager.query(
        'insert into mentor_meeting (id, pair_id, starts_at, minutes, words) values ($1, $2, $3, $4, $5)',
        [id, pairId, startsAt, minutes, words ?? null],
      )),

    /** Drops a meeting of the pair; tells whether there was one. */
    dropMeeting: (pairId: MentorPairId, id: Id<'MentorMeeting'>): Promise<boolean> =>
      changed(manager, 'delete from mentor_meeting where pair_id = $1 and id = $2 returning id', [pairId, id]),
  };
}

async function changed(manager: EntityManager, sql: string, parameters: readonly unknown[]): Promise<boolean> {
  const [rows]: readonly [readonly unknown[], number] = await manager.query(sql, [...parameters]);
  return rows.length > 0;
}
