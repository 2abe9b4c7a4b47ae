import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { HoursClaim } from './hours-claim.js';

/** The table `hours_claim`. */
export const HoursClaimEntity = new EntitySchema<HoursClaim>({
  name: 'HoursClaim',
  tableName: 'hours_claim',
  columns: {
    id: { type: 'uuid', primary: true },
    memberId: { type: 'uuid' },
    hostId: { type: 'uuid' },
    signupId: { type: 'uuid', nullable: true, transformer: absent },
    workedFrom: { type: 'timestamptz' },
    workedTo: { type: 'timestamptz' },
    minutes: { type: 'integer' },
    what: { type: 'text' },
    evidence: { type: 'text', nullable: true, transformer: absent },
    evidenceLink: { type: 'text', nullable: true, transformer: absent },
    longerBecause: { type: 'text', nullable: true, transformer: absent },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    draftedAt: { type: 'timestamptz' },
    submittedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    decidedBy: { name: 'decided_by_member_id', type: 'uuid', nullable: true, transformer: absent },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    rulesVersion: { type: 'integer' },
    version: { type: 'integer' },
  },
});
