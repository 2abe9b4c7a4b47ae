import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Pool } from './pool.js';

/** The table `pool`. */
export const PoolEntity = new EntitySchema<Pool>({
  name: 'Pool',
  tableName: 'pool',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    name: { type: 'text' },
    audience: { type: 'text' },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    constituencyIds: { type: 'uuid', array: true },
    seats: { type: 'integer' },
    opensAt: { type: 'timestamptz' },
    closesAt: { type: 'timestamptz' },
    mergesAt: { type: 'timestamptz' },
    createdAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});
