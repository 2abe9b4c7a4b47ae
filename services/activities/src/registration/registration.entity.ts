import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Registration } from './registration.js';

/** The table `registration`. */
export const RegistrationEntity = new EntitySchema<Registration>({
  name: 'Registration',
  tableName: 'registration',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    memberId: { type: 'uuid' },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    queuedAt: { type: 'timestamptz' },
    offeredAt: { type: 'timestamptz', nullable: true, transformer: absent },
    offerExpiresAt: { type: 'timestamptz', nullable: true, transformer: absent },
    autoAccept: { type: 'boolean' },
    priority: { type: 'smallint' },
    drawNumber: { type: 'text', nullable: true, transformer: absent },
    poolId: { type: 'uuid', nullable: true, transformer: absent },
    partyId: { type: 'uuid', nullable: true, transformer: absent },
    despiteClash: { type: 'boolean' },
    excused: { type: 'boolean' },
    checkedInAt: { type: 'timestamptz', nullable: true, transformer: absent },
    checkedOutAt: { type: 'timestamptz', nullable: true, transformer: absent },
    isLate: { type: 'boolean' },
    rulesVersion: { type: 'integer' },
    version: { type: 'integer' },
  },
});
