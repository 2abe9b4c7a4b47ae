import { EntitySchema } from 'typeorm';
import type { Collection } from './collection.js';

/** The table `resource_collection`. */
export const CollectionEntity = new EntitySchema<Collection>({
  name: 'ResourceCollection',
  tableName: 'resource_collection',
  columns: {
    id: { type: 'uuid', primary: true },
    ownerId: { type: 'uuid' },
    title: { type: 'text' },
    description: { type: 'text' },
    visibility: { type: 'text' },
    changedAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});
