import type { Actor } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { StepId } from '../path/step.js';
import type { QuizVersionId } from '../question/question.js';
import { QuizEntity, QuizVersionEntity } from './quiz.entity.js';
import type { Quiz, QuizId, QuizVersion } from './quiz.js';
import { visibleQuizzes } from './quiz.policy.js';

/** A quiz with one of the steps it stands behind. */
export type QuizOfStep = Quiz & { readonly stepId: StepId };

/** Reads and writes quizzes and their versions; every read takes the actor. */
export type QuizRepository = ReturnType<typeof createQuizRepository>;

/** A repository over one connection or transaction. */
export function createQuizRepository(manager: EntityManager) {
  const quizzes = (actor: Actor): SelectQueryBuilder<Quiz> =>
    manager.createQueryBuilder(QuizEntity, 'quiz').where(isVisibleQuiz('quiz'), scopeOf(actor));
  const versions = (actor: Actor): SelectQueryBuilder<QuizVersion> =>
    manager.createQueryBuilder(QuizVersionEntity, 'version').where(isVisibleVersion('version'), scopeOf(actor));

  return {
    /** The visible quizzes among `ids`, in no particular order. */
    listVisible: (actor: Actor, ids: readonly QuizId[]): Promise<readonly Quiz[]> =>
      quizzes(actor).andWhere('quiz.id = any(:ids)', { ids }).getMany(),

    /** One quiz, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: QuizId): Promise<Quiz | null> =>
      quizzes(actor).andWhere('quiz.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes the quiz's versions until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: QuizId): Promise<Quiz | null> =>
      quizzes(actor).andWhere('quiz.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** The visible quizzes behind steps, each with its step. */
    async listOfSteps(actor: Actor, stepIds: readonly StepId[]): Promise<readonly QuizOfStep[]> {
      const { own, unpublished } = scopeOf(actor);
      return manager.query(
        `select q.id, q.path_id as "pathId", q.step_key as "stepKey", s.id as "stepId" from path_step s
         join path_version pv on pv.id = s.path_version_id join quiz q on q.path_id = pv.path_id and q.step_key = s.key
         where s.id = any($1::uuid[]) and ${withNumbers(isVisibleQuiz('q'))}`,
        [stepIds, unpublished, own],
      );
    },

    /** The quiz of a step, made when there is none; nobody else changes its versions until the transaction ends. */
    async findOrAddLocked(quiz: Quiz): Promise<Quiz> {
      await manager.query(
        'insert into quiz (id, path_id, step_key) values ($1, $2, $3) on conflict (path_id, step_key) do nothing',
        [quiz.id, quiz.pathId, quiz.stepKey],
      );
      const rows: readonly Quiz[] = await manager.query(
        'select id, path_id as "pathId", step_key as "stepKey" from quiz where path_id = $1 and step_key = $2 for update',
        [quiz.pathId, quiz.stepKey],
      );
      return rows[0] ?? quiz;
    },

    /** Where a step that a quiz can stand behind belongs; nothing for other kinds of step, and when it is missing or hidden. */
    async findQuizStep(actor: Actor, stepId: StepId): Promise<Pick<Quiz, 'pathId' | 'stepKey'> | undefined> {
      const { own, unpublished } = scopeOf(actor);
      const rows: readonly Pick<Quiz, 'pathId' | 'stepKey'>[] = await manager.query(
        `select v.path_id as "pathId", s.key as "stepKey" from path_step s join path_version v on v.id = s.path_version_id
         where s.id = $1 and s.kind = 'QUIZ' and (v.status = 'PUBLISHED' or $2::boolean or v.author_id = $3::uuid)`,
        [stepId, unpublished, own],
      );
      return rows[0];
    },

    /** The visible versions of quizzes, oldest first. */
    listVersionsOf: (actor: Actor, quizIds: readonly QuizId[]): Promise<readonly QuizVersion[]> =>
      versions(actor).andWhere('version.quizId = any(:quizIds)', { quizIds }).orderBy('version.number').getMany(),

    /** The visible versions among `ids`, in no particular order. */
    listVersions: (actor: Actor, ids: readonly QuizVersionId[]): Promise<readonly QuizVersion[]> =>
      versions(actor).andWhere('version.id = any(:ids)', { ids }).getMany(),

    /** One version, or nothing when missing or hidden. */
    findVersion: (actor: Actor, id: QuizVersionId): Promise<QuizVersion | null> =>
      versions(actor).andWhere('version.id = :id', { id }).getOne(),

    addVersion: (version: QuizVersion): Promise<QuizVersion> => insertRow(manager, QuizVersionEntity, version),
    saveVersion: (version: QuizVersion): Promise<QuizVersion> => updateRow(manager, QuizVersionEntity, version),
  };
}

function scopeOf(actor: Actor): { readonly own: string | null; readonly unpublished: boolean } {
  const { own, unpublished } = visibleQuizzes(actor);
  return { own: own ?? null, unpublished };
}

/** The scope as SQL over a row of `quiz_version`; parameters come from {@link scopeOf}. */
function isVisibleVersion(version: string): string {
  return `(${version}.status = 'PUBLISHED' or :unpublished or ${version}.author_id = :own
    or exists (select 1 from quiz_attempt a where a.quiz_version_id = ${version}.id and a.quiz_id = ${version}.quiz_id and a.member_id = :own))`;
}

/** A quiz is seen through its versions. */
function isVisibleQuiz(quiz: string): string {
  return `exists (select 1 from quiz_version v where v.quiz_id = ${quiz}.id and ${isVisibleVersion('v')})`;
}

/** The scope with the numbered parameters of a plain statement: what is unpublished second, whose own third. */
function withNumbers(sql: string): string {
  return sql.replaceAll(':unpublished', '$2::boolean').replaceAll(':own', '$3::uuid');
}
