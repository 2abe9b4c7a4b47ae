import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Credential } from './credential.js';

/** The table `credential`. */
export const CredentialEntity = new EntitySchema<Credential>({
  name: 'Credential',
  tableName: 'credential',
  columns: {
    id: { type: 'uuid', primary: true },
    memberId: { type: 'uuid' },
    subjectId: { type: 'uuid' },
    achievementId: { type: 'uuid' },
    seriesId: { type: 'uuid' },
    criteria: { type: 'jsonb' },
    evidenceIds: { type: 'uuid', array: true },
    status: { type: 'text' },
    issuedAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz', nullable: true, transformer: absent },
    suspendedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    reason: { type: 'text', nullable: true, transformer: absent },
    listNumber: { type: 'integer' },
    listIndex: { type: 'integer' },
    version: { type: 'integer' },
  },
});
