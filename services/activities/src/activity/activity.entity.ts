import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Activity } from './activity.js';

/** The table `activity`. */
export const ActivityEntity = new EntitySchema<Activity>({
  name: 'Activity',
  tableName: 'activity',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    organiserId: { type: 'uuid' },
    title: { type: 'text' },
    summary: { type: 'text' },
    kind: { type: 'text' },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    place: { type: 'text' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    registrationOpensAt: { type: 'timestamptz' },
    registrationClosesAt: { type: 'timestamptz' },
    capacity: { type: 'integer', nullable: true, transformer: absent },
    facts: { type: 'jsonb' },
    riskTier: { type: 'integer' },
    rulesVersion: { type: 'integer' },
    publishedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    postponedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    report: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
