import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { QuizAttempt } from './attempt.js';

/** The table `quiz_attempt`. */
export const QuizAttemptEntity = new EntitySchema<QuizAttempt>({
  name: 'QuizAttempt',
  tableName: 'quiz_attempt',
  columns: {
    id: { type: 'uuid', primary: true },
    memberId: { type: 'uuid' },
    enrolmentId: { type: 'uuid' },
    stepId: { type: 'uuid' },
    quizId: { type: 'uuid' },
    quizVersionId: { type: 'uuid' },
    number: { type: 'integer' },
    status: { type: 'text' },
    seed: { type: 'text' },
    rulesVersion: { type: 'integer' },
    passPercent: { type: 'integer' },
    questionCount: { type: 'integer' },
    startedAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz', nullable: true, transformer: absent },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    rightCount: { type: 'integer', nullable: true, transformer: absent },
    nextAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
