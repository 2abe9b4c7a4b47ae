import type { Choice, Question } from './question.js';

/** A row of `quiz_question` as SQL returns it. */
export type QuestionRow = {
  readonly id: Question['id'];
  readonly key: Question['key'];
  readonly quiz_version_id: Question['quizVersionId'];
  readonly position: number;
  readonly kind: Question['kind'];
  readonly prompt: string;
  readonly choices: readonly Choice[];
  readonly number: number | null;
  readonly tolerance: number | null;
  readonly unit: string | null;
  readonly accepted: readonly string[];
  readonly explanation: string | null;
  readonly resource_id: Exclude<Question['resourceId'], undefined> | null;
};

/** A question as read by a statement of another noun that joins it. */
export function readQuestion(row: QuestionRow): Question {
  return {
    id: row.id,
    key: row.key,
    quizVersionId: row.quiz_version_id,
    position: row.position,
    kind: row.kind,
    prompt: row.prompt,
    choices: row.choices,
    number: row.number ?? undefined,
    tolerance: row.tolerance ?? undefined,
    unit: row.unit ?? undefined,
    accepted: row.accepted,
    explanation: row.explanation ?? undefined,
    resourceId: row.resource_id ?? undefined,
  };
}
