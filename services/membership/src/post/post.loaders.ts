import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Post, PostId } from './post.js';

/** Posts by id; nothing for the hidden. */
export function createPostLoader(actor: Actor, posts: Repositories['posts']): DataLoader<PostId, Post | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await posts.listVisible(actor, ids)).map((post) => [post.id, post]));
    return ids.map((id) => byId.get(id));
  });
}
