import { bindUseCases } from '@guildhall/subgraph';
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
import { appointDepartmentStaff } from './department/use-cases/appoint-department-staff.js';
import { endDepartmentPost } from './department/use-cases/end-department-post.js';
import { askReopening } from './course/use-cases/ask-reopening.js';
import { decideReopening } from './course/use-cases/decide-reopening.js';
import { goFurther } from './course/use-cases/go-further.js';
import { recordCompletionLetter } from './course/use-cases/record-completion-letter.js';
import { meetCaseDeadline } from './deadline/use-cases/meet-case-deadline.js';
import { setCaseDeadline } from './deadline/use-cases/set-case-deadline.js';
import { decideLesson } from './lesson/use-cases/decide-lesson.js';
import { proposeLesson } from './lesson/use-cases/propose-lesson.js';
import type { Deps } from './deps.js';
import { claimCase } from './receipt/use-cases/claim-case.js';
import { consentByReceipt, withdrawConsentByReceipt } from './receipt/use-cases/consent-by-receipt.js';
import { closeCaseByReceipt, withdrawCaseByReceipt } from './receipt/use-cases/end-case-by-receipt.js';
import { openAnonymousCase } from './receipt/use-cases/open-anonymous-case.js';
import { postReceiptMessage } from './receipt/use-cases/post-receipt-message.js';
import { takeReceipt } from './receipt/use-cases/take-receipt.js';
import { acknowledgeReferral } from './referral/use-cases/acknowledge-referral.js';
import { answerReferralQuestion } from './referral/use-cases/answer-referral-question.js';
import { askReferralInformation } from './referral/use-cases/ask-referral-information.js';
import { closeReferral } from './referral/use-cases/close-referral.js';
import { consentToReferral } from './referral/use-cases/consent-to-referral.js';
import { draftReferral } from './referral/use-cases/draft-referral.js';
import { draftReferralResponse } from './referral/use-cases/draft-referral-response.js';
import { proposeReferralAnswer } from './referral/use-cases/propose-referral-answer.js';
import { respondToReferral } from './referral/use-cases/respond-to-referral.js';
import { sendReferral } from './referral/use-cases/send-referral.js';
import { startReferralActions } from './referral/use-cases/start-referral-actions.js';
import { withdrawReferralConsent } from './referral/use-cases/withdraw-referral-consent.js';
import { markUpdatesRead } from './update/use-cases/mark-updates-read.js';
import { muteUpdates } from './update/use-cases/mute-updates.js';

import { retireTemplate } from './template/use-cases/retire-template.js';
import { reviseTemplate, writeTemplate } from './template/use-cases/write-template.js';

/** Every mutation of this service, ready to call with an actor and an input. */
export type UseCases = ReturnType<typeof createUseCases>;

/** Gives every use case what it works with. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    askReopening,
    decideLesson,
    decideReopening,
    goFurther,
    meetCaseDeadline,
    proposeLesson,
    recordCompletionLetter,
    setCaseDeadline,
    acknowledgeCase,
    acknowledgeReferral,
    advanceCase,
    answerReferralQuestion,
    appointDepartmentStaff,
    askReferralInformation,
    assignCase,
    awaitStudent,
    claimCase,
    closeCaseByReceipt,
    consentByReceipt,
    openAnonymousCase,
    postReceiptMessage,
    retireTemplate,
    reviseTemplate,
    takeReceipt,
    withdrawCaseByReceipt,
    writeTemplate,
    withdrawConsentByReceipt,
    closeCase,
    closeReferral,
    consentToReferral,
    draftReferral,
    draftReferralResponse,
    endDepartmentPost,
    markUpdatesRead,
    muteUpdates,
    openCase,
    postCaseMessage,
    proposeReferralAnswer,
    recordOutcome,
    reopenCase,
    respondToReferral,
    sendReferral,
    signpostCase,
    startReferralActions,
    triageCase,
    withdrawCase,
    withdrawReferralConsent,
  });
}
