import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { SafeguardingStep } from './safeguarding.js';

/** The table `safeguarding_step`. */
export const SafeguardingStepEntity = new EntitySchema<SafeguardingStep>({
  name: 'SafeguardingStep',
  tableName: 'safeguarding_step',
  columns: {
    id: { type: 'uuid', primary: true },
    caseId: { type: 'uuid' },
    ruleVersion: { type: 'integer' },
    ground: { type: 'text' },
    recipient: { type: 'text' },
    status: { type: 'text' },
    proposedBy: { type: 'text' },
    proposedAt: { type: 'timestamptz' },
    decidedBy: { type: 'text', nullable: true, transformer: absent },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    takenAt: { type: 'timestamptz', nullable: true, transformer: absent },
    tellLaterGround: { type: 'text', nullable: true, transformer: absent },
    tellBy: { type: 'timestamptz', nullable: true, transformer: absent },
    toldAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
