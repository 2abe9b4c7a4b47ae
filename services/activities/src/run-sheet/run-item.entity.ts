import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { RunItem } from './run-item.js';

/** The table `run_item`. */
export const RunItemEntity = new EntitySchema<RunItem>({
  name: 'RunItem',
  tableName: 'run_item',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    title: { type: 'text' },
    notes: { type: 'text' },
    place: { type: 'text' },
    memberId: { type: 'uuid', nullable: true, transformer: absent },
    startsAt: { type: 'timestamptz' },
    minutes: { type: 'integer' },
    version: { type: 'integer' },
  },
});
