import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Strike } from './strike.js';

/** The table `strike`. */
export const StrikeEntity = new EntitySchema<Strike>({
  name: 'Strike',
  tableName: 'strike',
  columns: {
    id: { type: 'uuid', primary: true },
    registrationId: { type: 'uuid' },
    activityId: { type: 'uuid' },
    memberId: { type: 'uuid' },
    kind: { type: 'text' },
    status: { type: 'text' },
    weight: { type: 'integer' },
    rulesVersion: { type: 'integer' },
    givenAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    appealUntil: { type: 'timestamptz' },
    words: { type: 'text', nullable: true, transformer: absent },
    appealedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    reasons: { type: 'text', nullable: true, transformer: absent },
    deciderId: { type: 'uuid', nullable: true, transformer: absent },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
