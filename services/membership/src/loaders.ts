import type { Actor } from '@guildhall/kernel';
import { createConstituencyLoader } from './constituency/constituency.loaders.js';
import type { Repositories } from './deps.js';
import {
  createGroupFactsLoader,
  createGroupLoader,
  createHolderLoader,
  createMandateLoader,
  createMembershipLoader,
  createPositionByIdLoader,
  createPositionLoader,
} from './group/group.loaders.js';
import { createMemberLoader } from './member/member.loaders.js';
import { createPostLoader } from './post/post.loaders.js';

/** The batching loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Makes the loaders of one request; they forget everything with it. */
export function createLoaders(
  actor: Actor,
  now: Date,
  { members, groups, mandates, constituencies, posts }: Repositories,
) {
  return {
    members: createMemberLoader(actor, members),
    constituencies: createConstituencyLoader(actor, constituencies),
    posts: createPostLoader(actor, posts),
    groups: createGroupLoader(actor, groups),
    groupFacts: createGroupFactsLoader(groups, now),
    positions: createPositionLoader(actor, mandates),
    positionsById: createPositionByIdLoader(actor, mandates),
    holders: createHolderLoader(actor, mandates, now),
    mandatesOf: createMandateLoader(actor, mandates, now),
    membershipsOf: createMembershipLoader(actor, groups),
  };
}
