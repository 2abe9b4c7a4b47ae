import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Case } from './case.js';

/** The table `case_file`. */
export const CaseEntity = new EntitySchema<Case>({
  name: 'Case',
  tableName: 'case_file',
  columns: {
    id: { type: 'uuid', primary: true },
    student: { type: 'text' },
    matter: { type: 'text' },
    urgency: { type: 'text' },
    stage: { type: 'text' },
    status: { type: 'text' },
    assignee: { type: 'text', nullable: true, transformer: absent },
    secondWorker: { type: 'text', nullable: true, transformer: absent },
    vacatedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    flaggedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    mergedIntoId: { type: 'uuid', nullable: true, transformer: absent },
    outcome: { type: 'text', nullable: true, transformer: absent },
    openedAt: { type: 'timestamptz' },
    triagedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    dormantAt: { type: 'timestamptz', nullable: true, transformer: absent },
    closedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    isAnonymous: { type: 'boolean' },
    unconfirmedSince: { type: 'timestamptz', nullable: true, transformer: absent },
    // Keys are written when a case is made; afterwards rotation and erasure change them, which no older copy of a case may undo.
    keyId: { type: 'text', update: false },
    dataKey: { type: 'bytea', nullable: true, transformer: absent, update: false },
    version: { type: 'integer' },
  },
});
