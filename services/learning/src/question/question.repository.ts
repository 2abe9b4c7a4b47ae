import type { Actor } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { QuizId } from '../quiz/quiz.js';
import { QuestionEntity } from './question.entity.js';
import { visibleQuestions } from './question.policy.js';
import type { Question, QuestionId, QuestionKey, QuizVersionId } from './question.js';
import type { QuestionCount } from './question-figures.js';

/** Reads and writes questions; every read takes the actor. */
export type QuestionRepository = ReturnType<typeof createQuestionRepository>;

/** The scope as SQL over a version `v`. */
const isReadable = `(:everything or ((v.author_id = :own or :others)
  and not exists (select 1 from quiz_attempt a where a.quiz_id = v.quiz_id and a.member_id = :own and a.status = 'OPEN')))`;

/** A repository over one connection or transaction. */
export function createQuestionRepository(manager: EntityManager) {
  return {
    /** The questions of versions with their right answers, in order; none of versions whose questions the actor may not read now. */
    listOf: (actor: Actor, versionIds: readonly QuizVersionId[]): Promise<readonly Question[]> =>
      manager
        .createQueryBuilder(QuestionEntity, 'question')
        .innerJoin('quiz_version', 'v', 'v.id = question.quizVersionId')
        .where('question.quizVersionId = any(:versionIds)', { versionIds })
        .andWhere(isReadable, scopeOf(actor))
        .orderBy('question.position')
        .getMany(),

    /** The keys of every question a quiz ever had. */
    async listKeys(quizId: QuizId): Promise<ReadonlySet<QuestionKey>> {
      const rows: readonly { key: QuestionKey }[] = await manager.query(
        'select distinct q.key from quiz_question q join quiz_version v on v.id = q.quiz_version_id where v.quiz_id = $1',
        [quizId],
      );
      return new Set(rows.map(({ key }) => key));
    },

    /** Makes these the questions of a draft; the database refuses it for any other version. */
    async replace(versionId: QuizVersionId, questions: readonly Question[]): Promise<void> {
      await manager.query('delete from quiz_question where quiz_version_id = $1', [versionId]);
      await insertRows(manager, 'quiz_question', questions.map(questionRow));
    },

    /** How the first answers of members to questions turned out, for whoever may read the questions. One person counts once. */
    async listCounts(actor: Actor, versionIds: readonly QuizVersionId[]): Promise<readonly QuestionCount[]> {
      const { own, others, everything } = scopeOf(actor);
      const rows: readonly CountRow[] = await manager.query(
        `with first_answer as (
           select distinct on (aq.question_id, a.member_id) aq.question_id, aq.is_right, aq.answer
           from attempt_question aq join quiz_attempt a on a.id = aq.attempt_id join quiz_question q on q.id = aq.question_id
             join quiz_version v on v.id = q.quiz_version_id
           where q.quiz_version_id = any($1::uuid[]) and a.status <> 'OPEN' and aq.answer is not null
             and ${isReadable.replaceAll(':everything', '$2::boolean').replaceAll(':own', '$3::uuid').replaceAll(':others', '$4::boolean')}
           order by aq.question_id, a.member_id, a.number)
         select f.question_id, count(*)::int as answered, (count(*) filter (where f.is_right))::int as "right",
           (select jsonb_object_agg(c.place, c.people) from (
              select choice.place, count(*)::int as people from first_answer g, jsonb_array_elements_text(g.answer -> 'choices') as choice(place)
              where g.question_id = f.question_id group by choice.place) c) as chosen
         from first_answer f group by f.question_id`,
        [versionIds, everything, own, others],
      );
      return rows.map(({ question_id, answered, right, chosen }) => ({
        questionId: question_id,
        answered,
        right,
        chosen: new Map(Object.entries(chosen ?? {}).map(([place, people]) => [Number(place), people])),
      }));
    },
  };
}

type CountRow = {
  readonly question_id: QuestionId;
  readonly answered: number;
  readonly right: number;
  readonly chosen: Readonly<Record<string, number>> | null;
};

function scopeOf(actor: Actor): {
  readonly own: string | null;
  readonly others: boolean;
  readonly everything: boolean;
} {
  const { own, others, everything } = visibleQuestions(actor);
  return { own: own ?? null, others, everything };
}

function questionRow({ quizVersionId, resourceId, ...question }: Question): Readonly<Record<string, unknown>> {
  return { ...question, quiz_version_id: quizVersionId, resource_id: resourceId };
}
