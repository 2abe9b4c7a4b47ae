import { ballotResolvers } from './ballot/ballot.resolvers.js';
import { candidacyResolvers } from './wiring/elections-candidates.js';
import { mergeResolvers, personalDataResolvers } from '@guildhall/subgraph';
import { dataExportResolvers } from './data-export/data-export.resolvers.js';
import { erasureResolvers } from './erasure/erasure.resolvers.js';
import { membershipAppealResolvers } from './membership-appeal/membership-appeal.resolvers.js';
import { personalSections } from './personal-data/personal.sections.js';
import { groupLifeResolvers } from './wiring/groups.js';
import { appointmentResolvers } from './appointment/appointment.resolvers.js';
import { consentResolvers } from './consent/consent.resolvers.js';
import { blockResolvers } from './block/block.resolvers.js';
import { tieResolvers } from './connection/tie.resolvers.js';
import { constituencyResolvers } from './constituency/constituency.resolvers.js';
import { conversationResolvers } from './conversation/conversation.resolvers.js';
import { activityNeedsResolvers } from './activity-needs/activity-needs.resolvers.js';
import { countResolvers } from './count/count.resolvers.js';
import { electionLifeResolvers } from './wiring/elections-life.js';
import { goingResolvers } from './going/going.resolvers.js';
import { trainingResolvers } from './training/training.resolvers.js';
import { smallCircleResolvers } from './wiring/circles.js';
import { messageResolvers } from './conversation/message.resolvers.js';
import { discoverabilityResolvers } from './discovery/discoverability.resolvers.js';
import { administrationResolvers } from './group/administration.resolvers.js';
import { groupResolvers } from './group/group.resolvers.js';
import { helpResolvers } from './wiring/help.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { memberResolvers } from './member/member.resolvers.js';
import { statusResolvers } from './member/status.resolvers.js';
import { needsResolvers } from './needs/needs.resolvers.js';
import { moderationResolvers } from './moderation/moderation.resolvers.js';
import { notificationResolvers } from './notification/notification.resolvers.js';
import { settingsResolvers } from './notification/settings.resolvers.js';
import { postReactionResolvers } from './post-reaction/post-reaction.resolvers.js';
import { postReplyResolvers } from './post-reply/post-reply.resolvers.js';
import { raiseRequestResolvers } from './raise-request/raise-request.resolvers.js';
import { postResolvers } from './post/post.resolvers.js';
import { suggestionResolvers } from './suggestion/suggestion.resolvers.js';
import { searchResolvers } from './search/search.resolvers.js';
import { deadLetterResolvers } from './operations/dead-letter.resolvers.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([
  candidacyResolvers,
  membershipAppealResolvers,
  dataExportResolvers,
  helpResolvers,
  erasureResolvers,
  personalDataResolvers(personalSections),
  memberResolvers,
  statusResolvers,
  tieResolvers,
  blockResolvers,
  discoverabilityResolvers,
  suggestionResolvers,
  groupResolvers,
  groupLifeResolvers,
  administrationResolvers,
  appointmentResolvers,
  insightsResolvers,
  constituencyResolvers,
  notificationResolvers,
  settingsResolvers,
  postResolvers,
  postReplyResolvers,
  postReactionResolvers,
  raiseRequestResolvers,
  moderationResolvers,
  conversationResolvers,
  messageResolvers,
  smallCircleResolvers,
  activityNeedsResolvers,
  goingResolvers,
  trainingResolvers,
  electionLifeResolvers,
  countResolvers,
  ballotResolvers,
  consentResolvers,
  needsResolvers,
  searchResolvers,
  deadLetterResolvers,
]);
