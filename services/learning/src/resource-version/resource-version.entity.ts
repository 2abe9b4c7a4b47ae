import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { ResourceVersion } from './resource-version.js';

/** The table `resource_version`. */
export const ResourceVersionEntity = new EntitySchema<ResourceVersion>({
  name: 'ResourceVersion',
  tableName: 'resource_version',
  columns: {
    id: { type: 'uuid', primary: true },
    resourceId: { type: 'uuid' },
    number: { type: 'integer' },
    title: { type: 'text' },
    summary: { type: 'text' },
    body: { type: 'text' },
    kind: { type: 'text' },
    language: { type: 'text' },
    subject: { type: 'text' },
    licence: { type: 'text' },
    address: { type: 'text', nullable: true, transformer: absent },
    fileId: { type: 'uuid', nullable: true, transformer: absent },
    tags: { type: 'text', array: true },
    courseIds: { type: 'uuid', array: true },
    authorId: { type: 'uuid' },
    status: { type: 'text' },
    changeNote: { type: 'text', nullable: true, transformer: absent },
    reviewNote: { type: 'text', nullable: true, transformer: absent },
    reviewerId: { type: 'uuid', nullable: true, transformer: absent },
    createdAt: { type: 'timestamptz' },
    submittedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    publishedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
