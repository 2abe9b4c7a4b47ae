import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { StudySession } from './study-session.js';

/** The table `study_session`. */
export const StudySessionEntity = new EntitySchema<StudySession>({
  name: 'StudySession',
  tableName: 'study_session',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    status: { type: 'text' },
    skipReason: { type: 'text', nullable: true, transformer: absent },
    hostId: { type: 'uuid', nullable: true, transformer: absent },
    isHostingOffered: { type: 'boolean' },
    ledById: { type: 'uuid', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
