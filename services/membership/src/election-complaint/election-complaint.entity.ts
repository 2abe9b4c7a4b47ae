import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { ElectionComplaint } from './election-complaint.js';

/** The table `election_complaint`. */
export const ElectionComplaintEntity = new EntitySchema<ElectionComplaint>({
  name: 'ElectionComplaint',
  tableName: 'election_complaint',
  columns: {
    id: { type: 'uuid', primary: true },
    electionId: { type: 'uuid' },
    candidateId: { type: 'uuid', nullable: true, transformer: absent },
    memberId: { type: 'uuid', nullable: true, transformer: absent },
    words: { type: 'text' },
    madeAt: { type: 'timestamptz' },
    status: { type: 'text' },
    ruling: { type: 'text', nullable: true, transformer: absent },
    ruledBy: { type: 'text', nullable: true, transformer: absent },
    ruledAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
