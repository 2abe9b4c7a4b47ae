import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { PostReply } from './post-reply.js';

/** The table `post_reply`. */
export const PostReplyEntity = new EntitySchema<PostReply>({
  name: 'PostReply',
  tableName: 'post_reply',
  columns: {
    id: { type: 'uuid', primary: true },
    postId: { type: 'uuid' },
    authorId: { type: 'uuid' },
    language: { type: 'text' },
    body: { type: 'text' },
    status: { type: 'text' },
    removalReason: { type: 'text', nullable: true, transformer: absent },
    postedAt: { type: 'timestamptz' },
    editedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
