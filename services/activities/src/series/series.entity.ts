import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Series } from './series.js';

/** The table `activity_series`. */
export const ActivitySeriesEntity = new EntitySchema<Series>({
  name: 'ActivitySeries',
  tableName: 'activity_series',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    keeperId: { type: 'uuid' },
    rule: { type: 'text' },
    firstOn: { type: 'text' },
    startTime: { type: 'text' },
    zone: { type: 'text' },
    content: { type: 'jsonb' },
    skipped: { type: 'jsonb' },
    startedAt: { type: 'timestamptz' },
    lastsUntil: { type: 'timestamptz' },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    rulesVersion: { type: 'integer' },
    version: { type: 'integer' },
  },
});
