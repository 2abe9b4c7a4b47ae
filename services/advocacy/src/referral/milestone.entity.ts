import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Milestone } from './milestone.js';

/** The table `referral_milestone`, without its case, which its referral knows. */
export const MilestoneEntity = new EntitySchema<Omit<Milestone, 'caseId'>>({
  name: 'ReferralMilestone',
  tableName: 'referral_milestone',
  columns: {
    id: { type: 'uuid', primary: true },
    referralId: { type: 'uuid' },
    addedAt: { type: 'timestamptz' },
    dueAt: { type: 'timestamptz' },
    doneAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
