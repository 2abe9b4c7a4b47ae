import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { CollectiveSuggestion } from './collective.js';

/** The table `collective_suggestion`. */
export const CollectiveSuggestionEntity = new EntitySchema<CollectiveSuggestion>({
  name: 'CollectiveSuggestion',
  tableName: 'collective_suggestion',
  columns: {
    id: { type: 'uuid', primary: true },
    cause: { type: 'text' },
    departmentId: { type: 'uuid' },
    status: { type: 'text' },
    countedStudents: { type: 'integer' },
    shownStudents: { type: 'integer' },
    countedAt: { type: 'timestamptz' },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    matterId: { type: 'uuid', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
