import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { ActivityTemplate } from './template.js';

/** The table `activity_template`. */
export const ActivityTemplateEntity = new EntitySchema<ActivityTemplate>({
  name: 'ActivityTemplate',
  tableName: 'activity_template',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    name: { type: 'text' },
    content: { type: 'jsonb' },
    savedAt: { type: 'timestamptz' },
    retiredAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
