import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Lesson } from './lesson.js';

/** The table `lesson`. */
export const LessonEntity = new EntitySchema<Lesson>({
  name: 'Lesson',
  tableName: 'lesson',
  columns: {
    activityId: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    wentWell: { type: 'text', nullable: true, transformer: absent },
    toChange: { type: 'text', nullable: true, transformer: absent },
    came: { type: 'integer' },
    missed: { type: 'integer' },
    writtenAt: { type: 'timestamptz' },
  },
});
