import type { EntityManager } from 'typeorm';
import { ModerationItemEntity, ReportEntity } from '../moderation/moderation.entity.js';
import { createReportRepository } from '../moderation/moderation.repository.js';
import { createPostReactionRepository } from '../post-reaction/post-reaction.repository.js';
import { PostReplyEntity } from '../post-reply/post-reply.entity.js';
import { createPostReplyRepository } from '../post-reply/post-reply.repository.js';
import { PostEntity } from '../post/post.entity.js';
import { createPostRepository } from '../post/post.repository.js';
import { RaiseRequestEntity } from '../raise-request/raise-request.entity.js';
import { createRaiseRequestRepository } from '../raise-request/raise-request.repository.js';

/** The tables of what members write to each other in the open, and of its moderation. */
export const postEntities = [PostEntity, PostReplyEntity, RaiseRequestEntity, ModerationItemEntity, ReportEntity];

/** Their repositories over one connection or transaction. */
export function createPostRepositories(manager: EntityManager) {
  return {
    posts: createPostRepository(manager),
    postReplies: createPostReplyRepository(manager),
    postReactions: createPostReactionRepository(manager),
    raiseRequests: createRaiseRequestRepository(manager),
    reports: createReportRepository(manager),
  };
}
