import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { RaiseRequest } from './raise-request.js';

/** The table `raise_request`. */
export const RaiseRequestEntity = new EntitySchema<RaiseRequest>({
  name: 'RaiseRequest',
  tableName: 'raise_request',
  columns: {
    id: { type: 'uuid', primary: true },
    postId: { type: 'uuid' },
    askedBy: { type: 'uuid' },
    target: { type: 'text' },
    note: { type: 'text', nullable: true, transformer: absent },
    status: { type: 'text' },
    authorNamed: { type: 'boolean' },
    askedAt: { type: 'timestamptz' },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
