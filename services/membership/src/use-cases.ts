import { ballotUseCases } from './wiring/elections-ballots.js';
import { candidateUseCases } from './wiring/elections-candidates.js';
import { requestDataExport } from './data-export/use-cases/request-data-export.js';
import { cancelErasure } from './erasure/use-cases/cancel-erasure.js';
import { requestErasure } from './erasure/use-cases/request-erasure.js';
import { appealSuspension } from './membership-appeal/use-cases/appeal-suspension.js';
import { decideMembershipAppeal } from './membership-appeal/use-cases/decide-membership-appeal.js';
import { bindUseCases } from '@guildhall/subgraph';
import { groupLifeUseCases } from './wiring/groups.js';
import { confirmAppointment } from './appointment/use-cases/confirm-appointment.js';
import { endAppointment } from './appointment/use-cases/end-appointment.js';
import { grantAppointment } from './appointment/use-cases/grant-appointment.js';
import { blockMember } from './block/use-cases/block-member.js';
import { unblockMember } from './block/use-cases/unblock-member.js';
import { acceptConnection } from './connection/use-cases/accept-connection.js';
import { declineConnection } from './connection/use-cases/decline-connection.js';
import { removeConnection } from './connection/use-cases/remove-connection.js';
import { requestConnection } from './connection/use-cases/request-connection.js';
import { withdrawConnection } from './connection/use-cases/withdraw-connection.js';
import { changeConversationSettings } from './conversation/use-cases/change-conversation-settings.js';
import { deleteMessage } from './conversation/use-cases/delete-message.js';
import { hideConversation } from './conversation/use-cases/hide-conversation.js';
import { openConversation } from './conversation/use-cases/open-conversation.js';
import { readConversation } from './conversation/use-cases/read-conversation.js';
import { activityNeedsUseCases } from './wiring/activity-needs.js';
import { electionLifeUseCases } from './wiring/elections-life.js';
import { goingUseCases } from './wiring/going.js';
import { trainingUseCases } from './wiring/training.js';
import { circleUseCases } from './wiring/circles.js';
import { sendMessage } from './conversation/use-cases/send-message.js';
import { giveConsent } from './consent/use-cases/give-consent.js';
import { withdrawConsent } from './consent/use-cases/withdraw-consent.js';
import { changeDiscoverability } from './discovery/use-cases/change-discoverability.js';
import { addPosition } from './group/use-cases/add-position.js';
import { affiliateGroup } from './group/use-cases/affiliate-group.js';
import { appointToPosition } from './group/use-cases/appoint-to-position.js';
import { dissolveGroup } from './group/use-cases/dissolve-group.js';
import { endMandate } from './group/use-cases/end-mandate.js';
import { joinGroup } from './group/use-cases/join-group.js';
import { leaveGroup } from './group/use-cases/leave-group.js';
import { proposeGroup } from './group/use-cases/propose-group.js';
import { removeFromGroup } from './group/use-cases/remove-from-group.js';
import { reviveGroup } from './group/use-cases/revive-group.js';
import { applyForMembership } from './member/use-cases/apply-for-membership.js';
import { leaveUnion } from './member/use-cases/leave-union.js';
import { reinstateMember } from './member/use-cases/reinstate-member.js';
import { rejectMember } from './member/use-cases/reject-member.js';
import { suspendMember } from './member/use-cases/suspend-member.js';
import { updateProfile } from './member/use-cases/update-profile.js';
import { verifyMember } from './member/use-cases/verify-member.js';
import { appealRemoval } from './moderation/use-cases/appeal-removal.js';
import { decideReportedItem } from './moderation/use-cases/decide-reported-item.js';
import { moderateContent } from './moderation/use-cases/moderate-content.js';
import { reportContent } from './moderation/use-cases/report-content.js';
import { eraseNeeds } from './needs/use-cases/erase-needs.js';
import { readNeeds } from './needs/use-cases/read-needs.js';
import { writeNeeds } from './needs/use-cases/write-needs.js';
import { changeMailAddress } from './notification/use-cases/change-mail-address.js';
import { changeNotificationSettings } from './notification/use-cases/change-notification-settings.js';
import { confirmMailAddress } from './notification/use-cases/confirm-mail-address.js';
import { markNotificationsRead } from './notification/use-cases/mark-notifications-read.js';
import { stopNotificationMail } from './notification/use-cases/stop-notification-mail.js';
import { editPost } from './post/use-cases/edit-post.js';
import { markAnswered } from './post/use-cases/mark-answered.js';
import { pinPost } from './post/use-cases/pin-post.js';
import { mutePost } from './post-reaction/use-cases/mute-post.js';
import { reactToPost } from './post-reaction/use-cases/react-to-post.js';
import { editPostReply } from './post-reply/use-cases/edit-post-reply.js';
import { replyToPost } from './post-reply/use-cases/reply-to-post.js';
import { withdrawPostReply } from './post-reply/use-cases/withdraw-post-reply.js';
import { askToRaise } from './raise-request/use-cases/ask-to-raise.js';
import { decideRaiseRequest } from './raise-request/use-cases/decide-raise-request.js';
import { publishPost } from './post/use-cases/publish-post.js';
import { removePost } from './post/use-cases/remove-post.js';
import { withdrawPost } from './post/use-cases/withdraw-post.js';
import { dismissMemberSuggestion } from './suggestion/use-cases/dismiss-member-suggestion.js';
import type { Deps } from './deps.js';
import { helpUseCases } from './wiring/help.js';

const memberUseCases = {
  appealSuspension,
  applyForMembership,
  cancelErasure,
  confirmAppointment,
  decideMembershipAppeal,
  endAppointment,
  grantAppointment,
  leaveUnion,
  reinstateMember,
  rejectMember,
  requestDataExport,
  requestErasure,
  suspendMember,
  updateProfile,
  verifyMember,
};

const peopleUseCases = {
  acceptConnection,
  blockMember,
  changeDiscoverability,
  declineConnection,
  dismissMemberSuggestion,
  eraseNeeds,
  giveConsent,
  readNeeds,
  removeConnection,
  requestConnection,
  unblockMember,
  withdrawConnection,
  withdrawConsent,
  writeNeeds,
};

const groupUseCases = {
  addPosition,
  affiliateGroup,
  appointToPosition,
  dissolveGroup,
  endMandate,
  joinGroup,
  leaveGroup,
  proposeGroup,
  removeFromGroup,
  reviveGroup,
};

const postUseCases = {
  appealRemoval,
  askToRaise,
  decideRaiseRequest,
  decideReportedItem,
  editPost,
  editPostReply,
  markAnswered,
  moderateContent,
  mutePost,
  pinPost,
  publishPost,
  reactToPost,
  removePost,
  replyToPost,
  reportContent,
  withdrawPost,
  withdrawPostReply,
};

const messageUseCases = {
  changeConversationSettings,
  changeMailAddress,
  changeNotificationSettings,
  confirmMailAddress,
  deleteMessage,
  hideConversation,
  markNotificationsRead,
  openConversation,
  readConversation,
  sendMessage,
  stopNotificationMail,
};

/** Every mutation of this service, ready to call with an actor and an input. */
export type UseCases = ReturnType<typeof createUseCases>;

/** Gives every use case what it works with. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    ...memberUseCases,
    ...peopleUseCases,
    ...groupUseCases,
    ...groupLifeUseCases,
    ...postUseCases,
    ...messageUseCases,
    ...circleUseCases,
    ...activityNeedsUseCases,
    ...goingUseCases,
    ...trainingUseCases,
    ...electionLifeUseCases,
    ...ballotUseCases,
    ...helpUseCases,
    ...candidateUseCases,
  });
}
