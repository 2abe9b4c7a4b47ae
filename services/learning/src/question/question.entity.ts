import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Question } from './question.js';

/** The table `quiz_question`. */
export const QuestionEntity = new EntitySchema<Question>({
  name: 'Question',
  tableName: 'quiz_question',
  columns: {
    id: { type: 'uuid', primary: true },
    key: { type: 'uuid' },
    quizVersionId: { type: 'uuid' },
    position: { type: 'integer' },
    kind: { type: 'text' },
    prompt: { type: 'text' },
    choices: { type: 'jsonb' },
    number: { type: 'double precision', nullable: true, transformer: absent },
    tolerance: { type: 'double precision', nullable: true, transformer: absent },
    unit: { type: 'text', nullable: true, transformer: absent },
    accepted: { type: 'text', array: true },
    explanation: { type: 'text', nullable: true, transformer: absent },
    resourceId: { type: 'uuid', nullable: true, transformer: absent },
  },
});
