import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Admission } from './admission.js';

/** The beginnings of rows of `group_membership`: those that were asked for. */
export const AdmissionEntity = new EntitySchema<Admission>({
  name: 'Admission',
  tableName: 'group_membership',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    memberId: { type: 'uuid' },
    status: { type: 'text' },
    kind: { type: 'text' },
    words: { type: 'text', nullable: true, transformer: absent },
    askedBy: { type: 'uuid' },
    askedAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    since: { type: 'timestamptz' },
    until: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
