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
    checkedInAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
