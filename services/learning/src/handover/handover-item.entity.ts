import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { HandoverItem, HandoverQuestion } from './handover-item.js';

/** The table `handover_item`. */
export const HandoverItemEntity = new EntitySchema<HandoverItem>({
  name: 'HandoverItem',
  tableName: 'handover_item',
  columns: {
    id: { type: 'uuid', primary: true },
    capsuleId: { type: 'uuid' },
    section: { type: 'text' },
    title: { type: 'text' },
    words: { type: 'text' },
    link: { type: 'text', nullable: true, transformer: absent },
    authorId: { type: 'uuid', nullable: true, transformer: absent },
    tickedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `handover_question`. */
export const HandoverQuestionEntity = new EntitySchema<HandoverQuestion>({
  name: 'HandoverQuestion',
  tableName: 'handover_question',
  columns: {
    id: { type: 'uuid', primary: true },
    capsuleId: { type: 'uuid' },
    words: { type: 'text' },
    askedAt: { type: 'timestamptz' },
    answer: { type: 'text', nullable: true, transformer: absent },
    answeredBy: { name: 'answered_by_member_id', type: 'uuid', nullable: true, transformer: absent },
    answeredAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
