import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, insertRows, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { readAnswer } from '../question/judge.js';
import { readQuestion, type QuestionRow } from '../question/question-row.js';
import type { QuizId } from '../quiz/quiz.js';
import { QuizAttemptEntity } from './attempt.entity.js';
import type { AttemptId, AttemptQuestion, AttemptSheet, QuizAttempt } from './attempt.js';
import { visibleAttempts } from './attempt.policy.js';

type SheetRow = QuestionRow & {
  readonly attempt_id: AttemptId;
  readonly place: number;
  readonly order: readonly number[];
  readonly answer: Parameters<typeof readAnswer>[0];
  readonly answered_at: Date | null;
  readonly is_right: boolean | null;
};

/** Reads and writes attempts; every read takes the actor. */
export type AttemptRepository = ReturnType<typeof createAttemptRepository>;

/** A repository over one connection or transaction. */
export function createAttemptRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<QuizAttempt> => {
    const { own, everything } = visibleAttempts(actor);
    return manager
      .createQueryBuilder(QuizAttemptEntity, 'attempt')
      .where(everything ? 'true' : 'attempt.memberId = :own', { own: own ?? null });
  };
  const listSheets = async (attempts: readonly QuizAttempt[]): Promise<readonly AttemptSheet[]> => {
    const rows: readonly SheetRow[] = await manager.query(
      `select aq.attempt_id, aq.position as place, aq."order", aq.answer, aq.answered_at, aq.is_right, q.*
       from attempt_question aq join quiz_question q on q.id = aq.question_id
       where aq.attempt_id = any($1::uuid[]) order by aq.position`,
      [attempts.map(({ id }) => id)],
    );
    const byAttempt = Map.groupBy(rows, (row) => row.attempt_id);
    return attempts.map((attempt) => ({ attempt, questions: (byAttempt.get(attempt.id) ?? []).map(toQuestion) }));
  };

  return {
    /** One attempt, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: AttemptId): Promise<QuizAttempt | null> =>
      visible(actor).andWhere('attempt.id = :id', { id }).getOne(),

    /** As `findVisible` with its questions, and nobody else changes the attempt until the transaction ends. */
    async findSheetLocked(actor: Actor, id: AttemptId): Promise<AttemptSheet | null> {
      const attempt = await visible(actor).andWhere('attempt.id = :id', { id }).setLock('pessimistic_write').getOne();
      return attempt === null ? null : ((await listSheets([attempt]))[0] ?? null);
    },

    /** Attempts that were read already, with their questions. */
    listSheets,

    /** Every attempt of the viewer at quizzes, newest first. They are few: a quiz allows twenty on one enrolment. */
    listOwn: (actor: Actor, quizIds: readonly QuizId[]): Promise<readonly QuizAttempt[]> =>
      visible(actor)
        .andWhere('attempt.memberId = :viewer and attempt.quizId = any(:quizIds)', {
          viewer: memberOf(actor) ?? null,
          quizIds,
        })
        .orderBy('attempt.startedAt', 'DESC')
        .addOrderBy('attempt.id', 'DESC')
        .getMany(),

    /** The viewer's attempts at one quiz, newest first. */
    async pageOwn(actor: Actor, quizId: QuizId, { first, after }: PageRequest): Promise<Page<QuizAttempt>> {
      const query = visible(actor).andWhere('attempt.memberId = :viewer and attempt.quizId = :quizId', {
        viewer: memberOf(actor) ?? null,
        quizId,
      });
      if (after !== undefined)
        query.andWhere('(attempt.startedAt, attempt.id) < (:at, :after)', { at: after[0], after: after[1] });
      const rows = await query
        .orderBy('attempt.startedAt', 'DESC')
        .addOrderBy('attempt.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ startedAt, id }) => [startedAt.toISOString(), id]);
    },

    /** Writes a new attempt with the questions it is asked. */
    async add({ attempt, questions }: AttemptSheet): Promise<QuizAttempt> {
      await insertRow(manager, QuizAttemptEntity, attempt);
      const rows = questions.map(({ attemptId, position, question, order }) => ({
        attempt_id: attemptId,
        position,
        question_id: question.id,
        order,
      }));
      await insertRows(manager, 'attempt_question', rows);
      return attempt;
    },

    /** Saves the answer to one question of an open attempt; nothing takes the answer back. */
    async saveAnswer({ attemptId, position, answer, answeredAt }: AttemptQuestion): Promise<void> {
      await manager.query(
        'update attempt_question set answer = $3::jsonb, answered_at = $4 where attempt_id = $1 and position = $2',
        [attemptId, position, answer === undefined ? null : JSON.stringify(answer), answeredAt],
      );
    },

    /** Writes an attempt that ended, with what was right. */
    async saveEnded({ attempt, questions }: AttemptSheet): Promise<QuizAttempt> {
      const verdicts = questions.map(({ position, isRight }) => ({ position, is_right: isRight }));
      await manager.query(
        `update attempt_question aq set is_right = r.is_right
         from jsonb_to_recordset($2::jsonb) as r(position integer, is_right boolean)
         where aq.attempt_id = $1 and aq.position = r.position`,
        [attempt.id, JSON.stringify(verdicts)],
      );
      return updateRow(manager, QuizAttemptEntity, attempt);
    },
  };
}

function toQuestion(row: SheetRow): AttemptQuestion {
  return {
    attemptId: row.attempt_id,
    position: row.place,
    question: readQuestion(row),
    order: row.order,
    answer: readAnswer(row.answer),
    answeredAt: row.answered_at ?? undefined,
    isRight: row.is_right ?? undefined,
  };
}
