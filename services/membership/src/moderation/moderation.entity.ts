import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { ModerationItem } from './moderation.js';
import type { Report } from './report.js';

/** The table `moderation_item`. */
export const ModerationItemEntity = new EntitySchema<ModerationItem>({
  name: 'ModerationItem',
  tableName: 'moderation_item',
  columns: {
    id: { type: 'uuid', primary: true },
    subjectKind: { type: 'text' },
    subjectId: { type: 'uuid' },
    authorId: { type: 'uuid' },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    state: { type: 'text' },
    since: { type: 'timestamptz' },
    removedBy: { type: 'uuid', nullable: true, transformer: absent },
    appeal: { type: 'text', nullable: true, transformer: absent },
    appealedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    appealDecidedBy: { type: 'uuid', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `report`. */
export const ReportEntity = new EntitySchema<Report>({
  name: 'Report',
  tableName: 'report',
  columns: {
    id: { type: 'uuid', primary: true },
    itemId: { type: 'uuid' },
    reporterId: { type: 'uuid' },
    reason: { type: 'text' },
    note: { type: 'text', nullable: true, transformer: absent },
    words: { type: 'text' },
    counts: { type: 'boolean' },
    reportedAt: { type: 'timestamptz' },
    closedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    outcome: { type: 'text', nullable: true, transformer: absent },
  },
});
