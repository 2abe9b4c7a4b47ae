import { mergeResolvers } from '@guildhall/subgraph';
import { apiClientResolvers } from './api-client/api-client.resolvers.js';
import { webhookResolvers } from './webhook/webhook.resolvers.js';
import { caseQueueResolvers } from './case/case-queue.resolvers.js';
import { caseResolvers } from './case/case.resolvers.js';
import { caseWorkerResolvers } from './case-worker/case-worker.resolvers.js';
import { closingResolvers } from './wiring/closing-resolvers.js';
import { departmentResolvers } from './department/department.resolvers.js';
import { disclosureResolvers } from './disclosure/disclosure.resolvers.js';
import { readLedgerResolvers } from './disclosure/read-ledger.resolvers.js';
import { emergencyAccessResolvers } from './emergency-access/emergency-access.resolvers.js';
import { inboxResolvers } from './inbox/inbox.resolvers.js';
import { fileResolvers } from './file-resolvers.js';
import { ownCopyResolvers } from './own-copy/own-copy.resolvers.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { mediationInsightsResolvers } from './mediation-insights/mediation-insights.resolvers.js';
import { mediationInvitationResolvers } from './mediation-invitation/mediation-invitation.resolvers.js';
import { mediationRoomResolvers } from './mediation-room/mediation-room.resolvers.js';
import { mediationTermResolvers } from './mediation-term/mediation-term.resolvers.js';
import { mediationResolvers } from './mediation/mediation.resolvers.js';
import { mediatorResolvers } from './mediator/mediator.resolvers.js';
import { deadLetterResolvers } from './operations/dead-letter.resolvers.js';
import { issueInsightsResolvers } from './issue-insights/issue-insights.resolvers.js';
import { similarIssuesResolvers } from './issue/similar-issues.resolvers.js';
import { postResolvers } from './issue-moderation/post.resolvers.js';
import { issueSpaceResolvers } from './issue-space/issue-space.resolvers.js';
import { issueResolvers } from './issue/issue.resolvers.js';
import { raisedIssueResolvers } from './issue/raised-issue.resolvers.js';
import { memberResolvers } from './references/member.resolvers.js';
import { attachmentResolvers } from './attachment/attachment.resolvers.js';
import { authorityResolvers } from './authority/authority.resolvers.js';
import { representativeResolvers } from './representative/representative.resolvers.js';
import { receiptResolvers } from './receipt/receipt.resolvers.js';
import { referralFiguresResolvers } from './referral/referral-figures.resolvers.js';
import { referralResolvers } from './referral/referral.resolvers.js';
import { promiseResolvers } from './promise/promise.resolvers.js';
import { proposalAnswerResolvers } from './proposal/proposal-answer.resolvers.js';
import { proposalAnswerMutations } from './proposal/proposal-answer.mutations.js';
import { proposalScreeningMutations } from './proposal/proposal-screening.mutations.js';
import { proposalSupportMutations } from './proposal/proposal-support.mutations.js';
import { proposalWritingMutations } from './proposal/proposal-writing.mutations.js';
import { proposalQueries, proposalResolvers } from './proposal/proposal.resolvers.js';
import { updateResolvers } from './update/update.resolvers.js';
import { templateResolvers } from './template/template.resolvers.js';
import { ideaResolvers } from './idea/idea.resolvers.js';
import { personalDataFields } from './personal-data/personal-data.resolvers.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([
  caseResolvers,
  caseQueueResolvers,
  caseWorkerResolvers,
  closingResolvers,
  attachmentResolvers,
  authorityResolvers,
  representativeResolvers,
  receiptResolvers,
  templateResolvers,
  referralResolvers,
  referralFiguresResolvers,
  apiClientResolvers,
  webhookResolvers,
  departmentResolvers,
  disclosureResolvers,
  readLedgerResolvers,
  emergencyAccessResolvers,
  fileResolvers,
  inboxResolvers,
  ownCopyResolvers,
  insightsResolvers,
  mediationResolvers,
  mediationInsightsResolvers,
  mediationInvitationResolvers,
  mediationRoomResolvers,
  mediationTermResolvers,
  mediatorResolvers,
  memberResolvers,
  updateResolvers,
  promiseResolvers,
  proposalQueries,
  proposalResolvers,
  proposalAnswerResolvers,
  proposalWritingMutations,
  proposalScreeningMutations,
  proposalSupportMutations,
  proposalAnswerMutations,
  issueResolvers,
  raisedIssueResolvers,
  postResolvers,
  similarIssuesResolvers,
  issueSpaceResolvers,
  issueInsightsResolvers,
  deadLetterResolvers,
  ideaResolvers,
  personalDataFields,
]);
