import { planDemoQuestions, type DemoUnion } from '@guildhall/demo';
import { insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** Loads what is asked at activities of the demo union, and what was answered. */
export async function loadQuestions(
  manager: EntityManager,
  union: DemoUnion,
  options: Pick<SeedOptions, 'anchor' | 'size'>,
): Promise<void> {
  const { questions, answers } = planDemoQuestions(union, options);
  await insertRows(
    manager,
    'question',
    questions.map(({ activityId, ...question }, index) => ({
      ...question,
      activity_id: activityId,
      position: index + 1,
      is_required: false,
    })),
  );
  await insertRows(
    manager,
    'question_answer',
    answers.map(({ registrationId, questionId, memberId, value, answeredAt }) => ({
      value,
      registration_id: registrationId,
      question_id: questionId,
      member_id: memberId,
      answered_at: answeredAt,
    })),
  );
}
