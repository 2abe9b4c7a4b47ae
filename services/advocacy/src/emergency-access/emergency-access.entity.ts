import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { EmergencyAccess } from './emergency-access.js';
import type { EmergencyGuardian } from './guardian.js';

/** The table `emergency_access`, without the sealed words. */
export const EmergencyAccessEntity = new EntitySchema<EmergencyAccess>({
  name: 'EmergencyAccess',
  tableName: 'emergency_access',
  columns: {
    id: { type: 'uuid', primary: true },
    caseId: { type: 'uuid' },
    reason: { type: 'text' },
    status: { type: 'text' },
    askedBy: { type: 'text' },
    askedAt: { type: 'timestamptz' },
    decidedBy: { type: 'text', nullable: true, transformer: absent },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    expiresAt: { type: 'timestamptz', nullable: true, transformer: absent },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    tellLaterGround: { type: 'text', nullable: true, transformer: absent },
    tellBy: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `emergency_guardian`. */
export const EmergencyGuardianEntity = new EntitySchema<EmergencyGuardian>({
  name: 'EmergencyGuardian',
  tableName: 'emergency_guardian',
  columns: {
    id: { type: 'uuid', primary: true },
    subject: { type: 'text' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    appointedBy: { type: 'text' },
    version: { type: 'integer' },
  },
});
