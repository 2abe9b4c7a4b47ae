import { acknowledgeReferral } from './use-cases/acknowledge-referral.js';
import { addReferralMilestone } from './use-cases/add-referral-milestone.js';
import { answerReferralQuestion } from './use-cases/answer-referral-question.js';
import { askReferralInformation } from './use-cases/ask-referral-information.js';
import { closeReferral } from './use-cases/close-referral.js';
import { completeReferralMilestone } from './use-cases/complete-referral-milestone.js';
import { consentToReferral } from './use-cases/consent-to-referral.js';
import { draftReferralResponse } from './use-cases/draft-referral-response.js';
import { draftReferral } from './use-cases/draft-referral.js';
import { handReferral } from './use-cases/hand-referral.js';
import { proposeReferralAnswer } from './use-cases/propose-referral-answer.js';
import { respondToReferral } from './use-cases/respond-to-referral.js';
import { sendReferral } from './use-cases/send-referral.js';
import { startReferralActions } from './use-cases/start-referral-actions.js';
import { withdrawReferralConsent } from './use-cases/withdraw-referral-consent.js';

/** Every mutation of referrals. */
export const referralUseCases = {
  acknowledgeReferral,
  addReferralMilestone,
  answerReferralQuestion,
  askReferralInformation,
  closeReferral,
  completeReferralMilestone,
  consentToReferral,
  draftReferral,
  draftReferralResponse,
  handReferral,
  proposeReferralAnswer,
  respondToReferral,
  sendReferral,
  startReferralActions,
  withdrawReferralConsent,
};
