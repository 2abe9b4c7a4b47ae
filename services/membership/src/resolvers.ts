import { mergeResolvers } from '@guildhall/subgraph';
import { appointmentResolvers } from './appointment/appointment.resolvers.js';
import { consentResolvers } from './consent/consent.resolvers.js';
import { constituencyResolvers } from './constituency/constituency.resolvers.js';
import { conversationResolvers } from './conversation/conversation.resolvers.js';
import { messageResolvers } from './conversation/message.resolvers.js';
import { administrationResolvers } from './group/administration.resolvers.js';
import { groupResolvers } from './group/group.resolvers.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { memberResolvers } from './member/member.resolvers.js';
import { statusResolvers } from './member/status.resolvers.js';
import { needsResolvers } from './needs/needs.resolvers.js';
import { moderationResolvers } from './moderation/moderation.resolvers.js';
import { postResolvers } from './post/post.resolvers.js';
import { deadLetterResolvers } from './operations/dead-letter.resolvers.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([
  memberResolvers,
  statusResolvers,
  groupResolvers,
  administrationResolvers,
  appointmentResolvers,
  insightsResolvers,
  constituencyResolvers,
  postResolvers,
  moderationResolvers,
  conversationResolvers,
  messageResolvers,
  consentResolvers,
  needsResolvers,
  deadLetterResolvers,
]);
