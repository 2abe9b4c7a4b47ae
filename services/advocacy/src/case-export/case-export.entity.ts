import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { CaseExport } from './case-export.js';

/** The table `case_export`. */
export const CaseExportEntity = new EntitySchema<CaseExport>({
  name: 'CaseExport',
  tableName: 'case_export',
  columns: {
    id: { type: 'uuid', primary: true },
    caseId: { type: 'uuid' },
    status: { type: 'text' },
    requestedBy: { type: 'text' },
    requestedAt: { type: 'timestamptz' },
    builtAt: { type: 'timestamptz', nullable: true, transformer: absent },
    offeredAt: { type: 'timestamptz', nullable: true, transformer: absent },
    answeredAt: { type: 'timestamptz', nullable: true, transformer: absent },
    expiresAt: { type: 'timestamptz', nullable: true, transformer: absent },
    digest: { type: 'text', nullable: true, transformer: absent },
    sizeBytes: { type: 'integer', nullable: true, transformer: absent },
    consentedDigest: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
