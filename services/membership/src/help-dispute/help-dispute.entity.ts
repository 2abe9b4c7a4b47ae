import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { HelpDispute } from './help-dispute.js';

/** The table `help_dispute`. */
export const HelpDisputeEntity = new EntitySchema<HelpDispute>({
  name: 'HelpDispute',
  tableName: 'help_dispute',
  columns: {
    id: { type: 'uuid', primary: true },
    requestId: { type: 'uuid' },
    raisedBy: { type: 'uuid' },
    words: { type: 'text' },
    raisedAt: { type: 'timestamptz' },
    decision: { type: 'text', nullable: true, transformer: absent },
    decidedBy: { type: 'uuid', nullable: true, transformer: absent },
    reason: { type: 'text', nullable: true, transformer: absent },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
