import { EntitySchema } from 'typeorm';
import type { Contest } from './contest.js';

/** The table `contest`. */
export const ContestEntity = new EntitySchema<Contest>({
  name: 'Contest',
  tableName: 'contest',
  columns: {
    id: { type: 'uuid', primary: true },
    electionId: { type: 'uuid' },
    positionId: { type: 'uuid' },
    seats: { type: 'integer' },
    mandatesEndAt: { type: 'timestamptz' },
    place: { type: 'integer' },
    version: { type: 'integer' },
  },
});
