import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Quiz, QuizVersion } from './quiz.js';

/** The table `quiz`. */
export const QuizEntity = new EntitySchema<Quiz>({
  name: 'Quiz',
  tableName: 'quiz',
  columns: { id: { type: 'uuid', primary: true }, pathId: { type: 'uuid' }, stepKey: { type: 'uuid' } },
});

/** The table `quiz_version`. */
export const QuizVersionEntity = new EntitySchema<QuizVersion>({
  name: 'QuizVersion',
  tableName: 'quiz_version',
  columns: {
    id: { type: 'uuid', primary: true },
    quizId: { type: 'uuid' },
    number: { type: 'integer' },
    status: { type: 'text' },
    language: { type: 'text' },
    drawCount: { type: 'integer' },
    passPercent: { type: 'integer' },
    timeLimitMinutes: { type: 'integer', nullable: true, transformer: absent },
    attemptsMax: { type: 'integer' },
    authorId: { type: 'uuid' },
    reviewerId: { type: 'uuid', nullable: true, transformer: absent },
    publishedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
