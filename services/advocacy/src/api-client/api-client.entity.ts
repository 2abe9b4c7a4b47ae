import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { ApiClient } from './api-client.js';

/** The table `department_client`. */
export const ApiClientEntity = new EntitySchema<ApiClient>({
  name: 'ApiClient',
  tableName: 'department_client',
  columns: {
    id: { type: 'uuid', primary: true },
    clientId: { type: 'text' },
    departmentId: { type: 'uuid' },
    name: { type: 'text' },
    scopes: { type: 'text', array: true },
    registeredAt: { type: 'timestamptz' },
    registeredBy: { type: 'text' },
    revokedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    secretHash: { type: 'text', nullable: true, transformer: absent },
    oldSecretHash: { type: 'text', nullable: true, transformer: absent },
    oldSecretUntil: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
