import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Post } from './post.js';

/** The table `post`. */
export const PostEntity = new EntitySchema<Post>({
  name: 'Post',
  tableName: 'post',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    authorId: { type: 'uuid' },
    kind: { type: 'text' },
    language: { type: 'text' },
    body: { type: 'text' },
    status: { type: 'text' },
    removalReason: { type: 'text', nullable: true, transformer: absent },
    postedAt: { type: 'timestamptz' },
    editedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    pinSlot: { type: 'integer', nullable: true, transformer: absent },
    pinnedUntil: { type: 'timestamptz', nullable: true, transformer: absent },
    answerId: { type: 'uuid', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
