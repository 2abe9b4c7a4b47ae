import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Approval, Evidence, Judgement } from './approval.js';

/** The table `approval`. */
export const ApprovalEntity = new EntitySchema<Approval>({
  name: 'Approval',
  tableName: 'approval',
  columns: {
    activityId: { type: 'uuid', primary: true },
    rulesVersion: { type: 'integer' },
    round: { type: 'integer' },
    submittedAt: { type: 'timestamptz' },
    lateReason: { type: 'text', nullable: true, transformer: absent },
  },
});

/** The table `evidence`. */
export const EvidenceEntity = new EntitySchema<Evidence>({
  name: 'Evidence',
  tableName: 'evidence',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    kind: { type: 'text' },
    statement: { type: 'text' },
    link: { type: 'text', nullable: true, transformer: absent },
    status: { type: 'text' },
    note: { type: 'text', nullable: true, transformer: absent },
    authorId: { type: 'uuid' },
    givenAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});

/** The table `judgement`. */
export const JudgementEntity = new EntitySchema<Judgement>({
  name: 'Judgement',
  tableName: 'judgement',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    round: { type: 'integer' },
    kind: { type: 'text' },
    evidenceKind: { type: 'text', nullable: true, transformer: absent },
    note: { type: 'text', nullable: true, transformer: absent },
    memberId: { type: 'uuid' },
    judgedAt: { type: 'timestamptz' },
  },
});
