import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Connection } from './connection.js';

/** The table `member_connection`. */
export const ConnectionEntity = new EntitySchema<Connection>({
  name: 'Connection',
  tableName: 'member_connection',
  columns: {
    id: { type: 'uuid', primary: true },
    requesterId: { type: 'uuid' },
    addresseeId: { type: 'uuid' },
    status: { type: 'text' },
    message: { type: 'text', nullable: true, transformer: absent },
    requestedAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    connectedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    closedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
