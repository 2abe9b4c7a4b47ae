import type { Post } from '../src/post/post.js';
import { fixedId, groupId, memberIds } from './personas.js';

/** An idea of ada's in the group whose president is omar. */
export function samplePost(changes: Partial<Post> = {}): Post {
  return {
    id: fixedId<'Post'>(300),
    groupId,
    authorId: memberIds.ada,
    kind: 'IDEA',
    language: 'en',
    body: 'A bench by the lake.',
    status: 'PUBLISHED',
    removalReason: undefined,
    postedAt: new Date(0),
    editedAt: undefined,
    pinSlot: undefined,
    pinnedUntil: undefined,
    answerId: undefined,
    version: 1,
    ...changes,
  };
}
