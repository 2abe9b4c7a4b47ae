import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { Registration, RegistrationId } from '../registration/registration.js';
import {
  answersKeptMs,
  type Answer,
  type AnswerDraft,
  type AnswerTally,
  type Asked,
  type Question,
  type QuestionId,
  type QuestionKind,
} from './question.js';

type QuestionRow = {
  id: QuestionId;
  activity_id: ActivityId;
  position: number;
  kind: QuestionKind;
  wording: string;
  is_required: boolean;
  options: string[];
};

/** What was answered, by whose registration. */
type GivenAnswers = ReadonlyMap<Pick<Registration, 'id' | 'memberId'>, readonly AnswerDraft[]>;

/** Reads and writes questions and answers. Questions are seen by whoever sees their activity; who may see answers is asked before. */
export type QuestionRepository = ReturnType<typeof createQuestionRepository>;

/** Answers that are kept still: agreements with their registration, others until seven days after the end. */
const kept = (now: string) =>
  `(q.kind = 'AGREEMENT' or act.ends_at + interval '${answersKeptMs} milliseconds' > ${now})`;

/** A repository over one connection or transaction. */
export function createQuestionRepository(manager: EntityManager) {
  const listOfActivities = async (activityIds: readonly ActivityId[]): Promise<readonly Question[]> => {
    const rows: readonly QuestionRow[] = await manager.query(
      'select id, activity_id, position, kind, wording, is_required, options from question where activity_id = any($1::uuid[]) order by activity_id, position',
      [activityIds],
    );
    return rows.map(({ activity_id, is_required, ...row }) => ({
      ...row,
      activityId: activity_id,
      isRequired: is_required,
    }));
  };
  const write = (given: GivenAnswers, now: Date): Promise<void> =>
    insertRows(
      manager,
      'question_answer',
      [...given].flatMap(([{ id, memberId }, answers]) =>
        answers.map(({ questionId, value }) => ({
          registration_id: id,
          question_id: questionId,
          member_id: memberId,
          value,
          answered_at: now,
        })),
      ),
    );

  return {
    /** The questions of activities, in their order. */
    listOfActivities,

    /** What is asked at an activity, and which of it somebody answered. Call it under the activity's lock. */
    async findAsked(activityId: ActivityId): Promise<Asked> {
      const rows: readonly { question_id: string }[] = await manager.query(
        'select distinct question_id from question_answer where question_id in (select id from question where activity_id = $1)',
        [activityId],
      );
      return {
        questions: await listOfActivities([activityId]),
        answered: new Set(rows.map((row) => row.question_id)),
      };
    },

    /** Writes the questions of an activity in place of the former. Call it under the activity's lock. */
    async replace(activityId: ActivityId, questions: readonly Question[]): Promise<void> {
      await manager.query('delete from question where activity_id = $1 and not (id = any($2::uuid[]))', [
        activityId,
        questions.map(({ id }) => id),
      ]);
      for (const { id, position, kind, wording, isRequired, options } of questions)
        await manager.query(
          `insert into question (id, activity_id, position, kind, wording, is_required, options) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict on constraint question_pk do update set position = excluded.position, kind = excluded.kind,
             wording = excluded.wording, is_required = excluded.is_required, options = excluded.options`,
          [id, activityId, position, kind, wording, isRequired, options],
        );
    },

    /** Adds the answers of newcomers, checked before. */
    add: write,

    /** Writes the answers of a registration in place of the former. */
    async replaceAnswers(
      registration: Pick<Registration, 'id' | 'memberId'>,
      answers: readonly AnswerDraft[],
      now: Date,
    ): Promise<void> {
      await manager.query('delete from question_answer where registration_id = $1', [registration.id]);
      await write(new Map([[registration, answers]]), now);
    },

    /** The answers of registrations that are kept still. Ask before whether the actor may see them. */
    async listAnswers(ids: readonly RegistrationId[], now: Date): Promise<readonly Answer[]> {
      const rows: readonly {
        registration_id: RegistrationId;
        activity_id: ActivityId;
        question_id: QuestionId;
        value: string;
        answered_at: Date;
      }[] = await manager.query(
        `select a.registration_id, q.activity_id, a.question_id, a.value, a.answered_at
           from question_answer a join question q on q.id = a.question_id join activity act on act.id = q.activity_id
           where a.registration_id = any($1::uuid[]) and ${kept('$2')} order by a.registration_id, q.position`,
        [ids, now],
      );
      return rows.map((row) => ({
        registrationId: row.registration_id,
        activityId: row.activity_id,
        questionId: row.question_id,
        value: row.value,
        answeredAt: row.answered_at,
      }));
    },

    /** How often each choice, agreement and number was answered by those who have a place or wait for one. */
    async listTallies(ids: readonly QuestionId[], now: Date): Promise<readonly AnswerTally[]> {
      const rows: readonly { question_id: QuestionId; value: string; count: number }[] = await manager.query(
        `select a.question_id, a.value, count(*)::int as count
         from question_answer a join question q on q.id = a.question_id join activity act on act.id = q.activity_id
         join registration r on r.id = a.registration_id
           and r.status not in ('CANCELLED', 'LATE_CANCELLED', 'WITHDRAWN', 'OFFER_EXPIRED', 'VOID', 'REMOVED')
         where a.question_id = any($1::uuid[]) and q.kind <> 'TEXT' and ${kept('$2')}
         group by a.question_id, a.value order by a.question_id, count(*) desc, a.value`,
        [ids, now],
      );
      return rows.map((row) => ({ questionId: row.question_id, value: row.value, count: row.count }));
    },

    /** Erases what was answered at activities that ended seven days ago; agreements stay. Says how many answers that were. */
    async eraseOld(now: Date): Promise<number> {
      const [, count]: readonly [unknown, number] = await manager.query(
        `delete from question_answer a using question q, activity act
         where q.id = a.question_id and act.id = q.activity_id and not ${kept('$1')}`,
        [now],
      );
      return count;
    },
  };
}
