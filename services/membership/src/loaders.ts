import { createSuspensionLoader } from './membership-appeal/membership-appeal.loaders.js';
import { createGroupLifeLoaders } from './wiring/groups.js';
import type { Actor } from '@guildhall/kernel';
import {
  createConversationLoader,
  createLastMessageLoader,
  createParticipantLoader,
} from './conversation/conversation.loaders.js';
import { createActivityNeedsLoaders } from './wiring/activity-needs.js';
import { createBallotLoaders } from './ballot/ballot.loaders.js';
import { createCandidateLoaders } from './wiring/elections-candidates.js';
import { createCountLoaders } from './wiring/elections-count.js';
import { createElectionLifeLoaders } from './wiring/elections-life.js';
import { createGoingLoaders } from './wiring/going.js';
import { createTrainingLoaders } from './wiring/training.js';
import { createCircleLoaders } from './wiring/circles.js';
import { createTieLoader } from './connection/tie.loaders.js';
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
import { createHelpLoaders } from './wiring/help.js';
import { createMemberLoader } from './member/member.loaders.js';
import { createNeedTallyLoader } from './needs/needs.loaders.js';
import { createModerationLoaders } from './moderation/moderation.loaders.js';
import {
  createPostFactsLoader,
  createPostLoader,
  createPostReplyLoader,
  createRaiseRequestLoader,
} from './post/post.loaders.js';

/** The batching loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Makes the loaders of one request; they forget everything with it. */
export function createLoaders(actor: Actor, now: Date, repositories: Repositories) {
  const { members, needs, groups, mandates, constituencies, posts, conversations, messages } = repositories;
  return {
    ...createGroupLifeLoaders(actor, now, repositories),
    suspensions: createSuspensionLoader(actor, repositories.membershipAppeals),
    help: createHelpLoaders(actor, now, repositories),
    members: createMemberLoader(actor, members),
    ties: createTieLoader(actor, repositories, now),
    constituencies: createConstituencyLoader(actor, constituencies),
    posts: createPostLoader(actor, posts),
    postFacts: createPostFactsLoader(actor, repositories.postReactions),
    postReplies: createPostReplyLoader(actor, repositories.postReplies),
    raiseRequestsOf: createRaiseRequestLoader(actor, repositories.raiseRequests),
    moderation: createModerationLoaders(actor, repositories),
    conversations: createConversationLoader(actor, conversations),
    participantsOf: createParticipantLoader(actor, conversations),
    lastMessageOf: createLastMessageLoader(actor, messages),
    ...createCircleLoaders(actor, repositories),
    ...createActivityNeedsLoaders(actor, now, repositories),
    ...createGoingLoaders(actor, repositories),
    ...createTrainingLoaders(actor, now, repositories),
    ...createElectionLifeLoaders(actor, now, repositories),
    ...createCountLoaders(actor, repositories),
    ...createBallotLoaders(actor, repositories),
    ...createCandidateLoaders(actor, repositories),
    needTallies: createNeedTallyLoader(actor, needs, now),
    groups: createGroupLoader(actor, groups),
    groupFacts: createGroupFactsLoader(groups, now),
    positions: createPositionLoader(actor, mandates),
    positionsById: createPositionByIdLoader(actor, mandates),
    holders: createHolderLoader(actor, mandates, now),
    mandatesOf: createMandateLoader(actor, mandates, now),
    membershipsOf: createMembershipLoader(actor, groups),
  };
}
