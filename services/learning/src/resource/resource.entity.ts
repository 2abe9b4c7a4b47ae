import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Resource } from './resource.js';

/** The table `resource`, without its search document, which the database keeps by itself. */
export const ResourceEntity = new EntitySchema<Resource>({
  name: 'Resource',
  tableName: 'resource',
  columns: {
    id: { type: 'uuid', primary: true },
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
    work: { type: 'text', nullable: true, transformer: absent },
    number: { type: 'integer' },
    reviewerId: { type: 'uuid', nullable: true, transformer: absent },
    publishedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    revisedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    flaggedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
