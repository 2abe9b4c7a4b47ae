import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Appointment } from './appointment.js';

/** The table `appointment`. */
export const AppointmentEntity = new EntitySchema<Appointment>({
  name: 'Appointment',
  tableName: 'appointment',
  columns: {
    id: { type: 'uuid', primary: true },
    subject: { type: 'text' },
    role: { type: 'text' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    grantedBy: { type: 'text' },
    confirmedBy: { type: 'text', nullable: true, transformer: absent },
    confirmedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
