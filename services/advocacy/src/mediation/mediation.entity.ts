import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Mediation } from './mediation.js';

/** The table `mediation`. */
export const MediationEntity = new EntitySchema<Mediation>({
  name: 'Mediation',
  tableName: 'mediation',
  columns: {
    id: { type: 'uuid', primary: true },
    caseId: { type: 'uuid', nullable: true, transformer: absent },
    status: { type: 'text' },
    requestedAt: { type: 'timestamptz' },
    unsuitableReason: { type: 'text', nullable: true, transformer: absent },
    ruleVersion: { type: 'integer', nullable: true, transformer: absent },
    invitedUntil: { type: 'timestamptz', nullable: true, transformer: absent },
    agreedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    mediator: { type: 'text', nullable: true, transformer: absent },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    extent: { type: 'text', nullable: true, transformer: absent },
    followUpAt: { type: 'timestamptz', nullable: true, transformer: absent },
    followUpUntil: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
