import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { CandidacyAppeal, Candidate } from './candidate.js';

/** The table `candidate`. */
export const CandidateEntity = new EntitySchema<Candidate>({
  name: 'Candidate',
  tableName: 'candidate',
  columns: {
    id: { type: 'uuid', primary: true },
    contestId: { type: 'uuid' },
    memberId: { type: 'uuid', nullable: true, transformer: absent },
    name: { type: 'text' },
    isReopen: { type: 'boolean' },
    status: { type: 'text', nullable: true, transformer: absent },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    statements: { type: 'jsonb' },
    ballotPlace: { type: 'integer', nullable: true, transformer: absent },
    decidedBy: { type: 'text', nullable: true, transformer: absent },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    appealUntil: { type: 'timestamptz', nullable: true, transformer: absent },
    nominatedAt: { type: 'timestamptz' },
    changedAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});

/** The table `candidacy_appeal`. */
export const CandidacyAppealEntity = new EntitySchema<CandidacyAppeal>({
  name: 'CandidacyAppeal',
  tableName: 'candidacy_appeal',
  columns: {
    id: { type: 'uuid', primary: true },
    candidateId: { type: 'uuid' },
    againstBy: { type: 'text' },
    againstAt: { type: 'timestamptz' },
    words: { type: 'text' },
    madeAt: { type: 'timestamptz' },
    isGranted: { type: 'boolean', nullable: true, transformer: absent },
    reason: { type: 'text', nullable: true, transformer: absent },
    decidedBy: { type: 'text', nullable: true, transformer: absent },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
