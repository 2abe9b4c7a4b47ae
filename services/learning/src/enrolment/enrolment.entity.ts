import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Enrolment } from './enrolment.js';

/** The table `enrolment`. */
export const EnrolmentEntity = new EntitySchema<Enrolment>({
  name: 'Enrolment',
  tableName: 'enrolment',
  columns: {
    id: { type: 'uuid', primary: true },
    memberId: { type: 'uuid' },
    pathId: { type: 'uuid' },
    pathVersionId: { type: 'uuid' },
    status: { type: 'text' },
    enrolledAt: { type: 'timestamptz' },
    completedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
