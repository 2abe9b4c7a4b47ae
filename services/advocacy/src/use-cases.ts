import { bindUseCases } from '@guildhall/subgraph';
import { apiClientUseCases } from './api-client/api-client.use-cases.js';
import { departmentUseCases } from './department/department.use-cases.js';
import { referralUseCases } from './referral/referral.use-cases.js';
import { webhookUseCases } from './webhook/webhook.use-cases.js';
import { acknowledgeCase } from './case/use-cases/acknowledge-case.js';
import { advanceCase } from './case/use-cases/advance-case.js';
import { assignCase } from './case/use-cases/assign-case.js';
import { awaitStudent } from './case/use-cases/await-student.js';
import { closeCase } from './case/use-cases/close-case.js';
import { openCase } from './case/use-cases/open-case.js';
import { postCaseMessage } from './case/use-cases/post-case-message.js';
import { recordOutcome } from './case/use-cases/record-outcome.js';
import { reopenCase } from './case/use-cases/reopen-case.js';
import { signpostCase } from './case/use-cases/signpost-case.js';
import { triageCase } from './case/use-cases/triage-case.js';
import { withdrawCase } from './case/use-cases/withdraw-case.js';
import { closingUseCases } from './wiring/closing-use-cases.js';
import type { Deps } from './deps.js';
import { fileUseCases } from './file-use-cases.js';
import { issueUseCases } from './issue/issue.use-cases.js';
import { prepareAttachment } from './attachment/use-cases/prepare-attachment.js';
import { prepareAttachmentByReceipt } from './attachment/use-cases/prepare-attachment-by-receipt.js';
import { confirmCase } from './authority/use-cases/confirm-case.js';
import { openCaseOnBehalf } from './authority/use-cases/open-case-on-behalf.js';
import { nameRepresentative } from './representative/use-cases/name-representative.js';
import { postAsRepresentative } from './representative/use-cases/post-as-representative.js';
import { withdrawRepresentative } from './representative/use-cases/withdraw-representative.js';
import { claimCase } from './receipt/use-cases/claim-case.js';
import { consentByReceipt, withdrawConsentByReceipt } from './receipt/use-cases/consent-by-receipt.js';
import { closeCaseByReceipt, withdrawCaseByReceipt } from './receipt/use-cases/end-case-by-receipt.js';
import { openAnonymousCase } from './receipt/use-cases/open-anonymous-case.js';
import { postReceiptMessage } from './receipt/use-cases/post-receipt-message.js';
import { takeReceipt } from './receipt/use-cases/take-receipt.js';
import { appointEmergencyGuardian } from './emergency-access/use-cases/appoint-emergency-guardian.js';
import { askEmergencyAccess } from './emergency-access/use-cases/ask-emergency-access.js';
import { decideEmergencyAccess } from './emergency-access/use-cases/decide-emergency-access.js';
import { endEmergencyAccess } from './emergency-access/use-cases/end-emergency-access.js';
import { endEmergencyGuardian } from './emergency-access/use-cases/end-emergency-guardian.js';
import { changeCaseInboxSettings } from './inbox/use-cases/change-case-inbox-settings.js';
import { takeCaseCopy } from './own-copy/use-cases/take-case-copy.js';
import { readCaseNotices } from './inbox/use-cases/read-case-notices.js';
import { proposalUseCases } from './proposal/proposal.use-cases.js';
import { markUpdatesRead } from './update/use-cases/mark-updates-read.js';
import { muteUpdates } from './update/use-cases/mute-updates.js';

import { retireTemplate } from './template/use-cases/retire-template.js';
import { reviseTemplate, writeTemplate } from './template/use-cases/write-template.js';
import { answerMediationProposal } from './mediation/use-cases/answer-mediation-proposal.js';
import { proposeMediation } from './mediation/use-cases/propose-mediation.js';
import { refuseMediation } from './mediation/use-cases/refuse-mediation.js';
import { requestMediation } from './mediation/use-cases/request-mediation.js';
import { screenMediation } from './mediation/use-cases/screen-mediation.js';
import { signMediationAgreement } from './mediation/use-cases/sign-mediation-agreement.js';
import { withdrawFromMediation } from './mediation/use-cases/withdraw-from-mediation.js';
import { inviteMediationParties } from './mediation-invitation/use-cases/invite-mediation-parties.js';
import { joinMediation } from './mediation-invitation/use-cases/join-mediation.js';
import { openMediationInvitation } from './mediation-invitation/use-cases/open-mediation-invitation.js';
import { refuseMediationInvitation } from './mediation-invitation/use-cases/refuse-mediation-invitation.js';
import { planMediationSession } from './mediation-room/use-cases/plan-mediation-session.js';
import { postMediationMessage } from './mediation-room/use-cases/post-mediation-message.js';
import { answerMediationFollowUp } from './mediation-term/use-cases/answer-mediation-follow-up.js';
import { endMediationWithoutAgreement } from './mediation-term/use-cases/end-mediation-without-agreement.js';
import { recordMediationAgreement } from './mediation-term/use-cases/record-mediation-agreement.js';
import { assignMediator } from './mediator/use-cases/assign-mediator.js';
import { declareMediatorTies } from './mediator/use-cases/declare-mediator-ties.js';
import { stepBackFromMediation } from './mediator/use-cases/step-back-from-mediation.js';

const mediationUseCases = {
  answerMediationFollowUp,
  answerMediationProposal,
  assignMediator,
  declareMediatorTies,
  endMediationWithoutAgreement,
  inviteMediationParties,
  joinMediation,
  openMediationInvitation,
  planMediationSession,
  postMediationMessage,
  proposeMediation,
  recordMediationAgreement,
  refuseMediation,
  refuseMediationInvitation,
  requestMediation,
  screenMediation,
  signMediationAgreement,
  stepBackFromMediation,
  withdrawFromMediation,
};

/** Every mutation of this service, ready to call with an actor and an input. */
export type UseCases = ReturnType<typeof createUseCases>;

/** Gives every use case what it works with. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    ...closingUseCases,
    ...fileUseCases,
    ...proposalUseCases,
    ...apiClientUseCases,
    ...departmentUseCases,
    ...referralUseCases,
    ...webhookUseCases,
    ...issueUseCases,
    ...mediationUseCases,
    acknowledgeCase,
    advanceCase,
    appointEmergencyGuardian,
    askEmergencyAccess,
    changeCaseInboxSettings,
    decideEmergencyAccess,
    endEmergencyAccess,
    endEmergencyGuardian,
    readCaseNotices,
    takeCaseCopy,
    assignCase,
    awaitStudent,
    claimCase,
    closeCaseByReceipt,
    consentByReceipt,
    openAnonymousCase,
    postReceiptMessage,
    retireTemplate,
    reviseTemplate,
    prepareAttachment,
    prepareAttachmentByReceipt,
    confirmCase,
    nameRepresentative,
    openCaseOnBehalf,
    postAsRepresentative,
    withdrawRepresentative,
    takeReceipt,
    withdrawCaseByReceipt,
    writeTemplate,
    withdrawConsentByReceipt,
    closeCase,
    markUpdatesRead,
    muteUpdates,
    openCase,
    postCaseMessage,
    recordOutcome,
    reopenCase,
    signpostCase,
    triageCase,
    withdrawCase,
  });
}
