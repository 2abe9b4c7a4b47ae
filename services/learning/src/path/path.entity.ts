import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { LearningPath, PathVersion } from './path.js';
import type { Step } from './step.js';

/** The table `learning_path`. */
export const LearningPathEntity = new EntitySchema<LearningPath>({
  name: 'LearningPath',
  tableName: 'learning_path',
  columns: {
    id: { type: 'uuid', primary: true },
    slug: { type: 'text' },
    title: { type: 'text' },
    summary: { type: 'text' },
  },
});

/** The table `path_version`. */
export const PathVersionEntity = new EntitySchema<PathVersion>({
  name: 'PathVersion',
  tableName: 'path_version',
  columns: {
    id: { type: 'uuid', primary: true },
    pathId: { type: 'uuid' },
    number: { type: 'integer' },
    status: { type: 'text' },
    authorId: { type: 'uuid' },
    reviewerId: { type: 'uuid', nullable: true, transformer: absent },
    publishedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `path_step`. */
export const StepEntity = new EntitySchema<Step>({
  name: 'Step',
  tableName: 'path_step',
  columns: {
    id: { type: 'uuid', primary: true },
    pathVersionId: { type: 'uuid' },
    position: { type: 'integer' },
    title: { type: 'text' },
    kind: { type: 'text' },
    resourceId: { type: 'uuid', nullable: true, transformer: absent },
    activityKind: { type: 'text', nullable: true, transformer: absent },
    daysRequired: { type: 'integer', nullable: true, transformer: absent },
    hoursRequired: { type: 'integer', nullable: true, transformer: absent },
    guidance: { type: 'text', nullable: true, transformer: absent },
    rubric: { type: 'text', array: true },
    requires: { type: 'integer', array: true },
    key: { type: 'uuid' },
  },
});
