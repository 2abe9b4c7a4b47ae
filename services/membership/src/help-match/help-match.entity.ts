import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { HelpMatch } from './help-match.js';

/** The table `help_match`. */
export const HelpMatchEntity = new EntitySchema<HelpMatch>({
  name: 'HelpMatch',
  tableName: 'help_match',
  columns: {
    id: { type: 'uuid', primary: true },
    requestId: { type: 'uuid' },
    helpersWanted: { type: 'integer' },
    helperId: { type: 'uuid' },
    seat: { type: 'integer' },
    status: { type: 'text' },
    thanks: { type: 'text', nullable: true, transformer: absent },
    thankedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    matchedAt: { type: 'timestamptz' },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
