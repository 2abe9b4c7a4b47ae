import { acknowledgeProposal } from './use-cases/acknowledge-proposal.js';
import { amendProposal } from './use-cases/amend-proposal.js';
import { answerProposalMerge } from './use-cases/answer-proposal-merge.js';
import { answerSeconding } from './use-cases/answer-seconding.js';
import { appealProposalRefusal } from './use-cases/appeal-proposal-refusal.js';
import { assignProposal } from './use-cases/assign-proposal.js';
import { completeProposalMilestone } from './use-cases/complete-proposal-milestone.js';
import { decideProposalAppeal } from './use-cases/decide-proposal-appeal.js';
import { deliverProposal } from './use-cases/deliver-proposal.js';
import { draftProposal } from './use-cases/draft-proposal.js';
import { draftProposalAnswer } from './use-cases/draft-proposal-answer.js';
import { editProposal } from './use-cases/edit-proposal.js';
import { endorseProposal } from './use-cases/endorse-proposal.js';
import { fileProposal } from './use-cases/file-proposal.js';
import { inviteSeconder } from './use-cases/invite-seconder.js';
import { offerProposalMerge } from './use-cases/offer-proposal-merge.js';
import { publishProposalAnswer } from './use-cases/publish-proposal-answer.js';
import { rateProposalAnswer } from './use-cases/rate-proposal-answer.js';
import { recordCouncilDecision } from './use-cases/record-council-decision.js';
import { refuseProposal } from './use-cases/refuse-proposal.js';
import { returnProposal } from './use-cases/return-proposal.js';
import { reviveProposal } from './use-cases/revive-proposal.js';
import { startProposalDelivery } from './use-cases/start-proposal-delivery.js';
import { submitProposal } from './use-cases/submit-proposal.js';
import { verifyProposalDelivery } from './use-cases/verify-proposal-delivery.js';
import { withdrawEndorsement } from './use-cases/withdraw-endorsement.js';
import { withdrawProposal } from './use-cases/withdraw-proposal.js';

/** Every mutation of proposals. */
export const proposalUseCases = {
  acknowledgeProposal,
  amendProposal,
  answerProposalMerge,
  answerSeconding,
  appealProposalRefusal,
  assignProposal,
  completeProposalMilestone,
  decideProposalAppeal,
  deliverProposal,
  draftProposal,
  draftProposalAnswer,
  editProposal,
  endorseProposal,
  fileProposal,
  inviteSeconder,
  offerProposalMerge,
  publishProposalAnswer,
  rateProposalAnswer,
  recordCouncilDecision,
  refuseProposal,
  returnProposal,
  reviveProposal,
  startProposalDelivery,
  submitProposal,
  verifyProposalDelivery,
  withdrawEndorsement,
  withdrawProposal,
};
