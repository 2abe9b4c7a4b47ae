import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { AffiliationStep, AffiliationSubmission, Constitution } from './affiliation.js';

/** The table `affiliation_submission`. */
export const AffiliationSubmissionEntity = new EntitySchema<AffiliationSubmission>({
  name: 'AffiliationSubmission',
  tableName: 'affiliation_submission',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    occasion: { type: 'text' },
    status: { type: 'text' },
    constitutionText: { type: 'text', nullable: true, transformer: absent },
    constitutionLink: { type: 'text', nullable: true, transformer: absent },
    riskStatement: { type: 'text' },
    programme: { type: 'text' },
    presidentId: { type: 'uuid' },
    treasurerId: { type: 'uuid' },
    secretaryId: { type: 'uuid' },
    submittedBy: { type: 'uuid' },
    submittedAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});

/** The table `affiliation_step`. */
export const AffiliationStepEntity = new EntitySchema<AffiliationStep>({
  name: 'AffiliationStep',
  tableName: 'affiliation_step',
  columns: {
    id: { type: 'uuid', primary: true },
    submissionId: { type: 'uuid' },
    action: { type: 'text' },
    byId: { type: 'uuid' },
    note: { type: 'text', nullable: true, transformer: absent },
    at: { type: 'timestamptz' },
  },
});

/** The table `group_constitution`. */
export const ConstitutionEntity = new EntitySchema<Constitution>({
  name: 'Constitution',
  tableName: 'group_constitution',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    number: { type: 'integer' },
    text: { type: 'text', nullable: true, transformer: absent },
    link: { type: 'text', nullable: true, transformer: absent },
    adoptedAt: { type: 'timestamptz' },
  },
});
