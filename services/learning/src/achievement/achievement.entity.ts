import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Achievement } from './achievement.js';

/** The table `achievement`. */
export const AchievementEntity = new EntitySchema<Achievement>({
  name: 'Achievement',
  tableName: 'achievement',
  columns: {
    id: { type: 'uuid', primary: true },
    seriesId: { type: 'uuid' },
    number: { type: 'integer' },
    titleEn: { type: 'text' },
    titleZh: { type: 'text' },
    summaryEn: { type: 'text' },
    summaryZh: { type: 'text' },
    criteria: { type: 'jsonb' },
    skills: { type: 'jsonb' },
    validDays: { type: 'integer', nullable: true, transformer: absent },
    authorId: { type: 'uuid' },
    publisherId: { type: 'uuid', nullable: true, transformer: absent },
    status: { type: 'text' },
    publishedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
