import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Referral } from './referral.js';

/** The table `referral`. */
export const ReferralEntity = new EntitySchema<Referral>({
  name: 'Referral',
  tableName: 'referral',
  columns: {
    id: { type: 'uuid', primary: true },
    caseId: { type: 'uuid' },
    departmentId: { type: 'uuid' },
    status: { type: 'text' },
    draftedAt: { type: 'timestamptz' },
    consentedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    withdrawnAt: { type: 'timestamptz', nullable: true, transformer: absent },
    sentAt: { type: 'timestamptz', nullable: true, transformer: absent },
    dueAt: { type: 'timestamptz', nullable: true, transformer: absent },
    respondedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    decision: { type: 'text', nullable: true, transformer: absent },
    redirectToId: { type: 'uuid', nullable: true, transformer: absent },
    previousId: { type: 'uuid', nullable: true, transformer: absent },
    handler: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
