import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { TeamTask } from './task.js';

/** The table `team_task`. */
export const TeamTaskEntity = new EntitySchema<TeamTask>({
  name: 'TeamTask',
  tableName: 'team_task',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    title: { type: 'text' },
    notes: { type: 'text' },
    ownerId: { type: 'uuid', nullable: true, transformer: absent },
    dueAt: { type: 'timestamptz', nullable: true, transformer: absent },
    position: { type: 'integer' },
    status: { type: 'text' },
    rulesVersion: { type: 'integer' },
    version: { type: 'integer' },
  },
});
