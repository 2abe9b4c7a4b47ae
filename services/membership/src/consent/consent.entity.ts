import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Consent } from './consent.js';

/** The table `member_consent`. */
export const ConsentEntity = new EntitySchema<Consent>({
  name: 'Consent',
  tableName: 'member_consent',
  columns: {
    id: { type: 'uuid', primary: true },
    memberId: { type: 'uuid' },
    purpose: { type: 'text' },
    fields: { type: 'text', array: true },
    audience: { type: 'text' },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    activityId: { type: 'uuid', nullable: true, transformer: absent },
    fromAt: { type: 'timestamptz' },
    toAt: { type: 'timestamptz' },
    withdrawnAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
