import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { ResourceFile } from './resource-file.js';

/** The table `resource_file`. */
export const ResourceFileEntity = new EntitySchema<ResourceFile>({
  name: 'ResourceFile',
  tableName: 'resource_file',
  columns: {
    id: { type: 'uuid', primary: true },
    ownerId: { type: 'uuid' },
    name: { type: 'text' },
    contentType: { type: 'text' },
    size: { type: 'integer' },
    status: { type: 'text' },
    digest: { type: 'text', nullable: true, transformer: absent },
    scan: { type: 'text', nullable: true, transformer: absent },
    preparedAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    storedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
