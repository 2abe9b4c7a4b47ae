import { nameSecondWorker } from './assignment/use-cases/name-second-worker.js';
import { relieveSecondWorker } from './assignment/use-cases/relieve-second-worker.js';
import { closeIdentity } from './identity/use-cases/close-identity.js';
import { openIdentity } from './identity/use-cases/open-identity.js';
import { writeCaseNote } from './note/use-cases/write-case-note.js';
import { answerCaseMerge } from './relation/use-cases/answer-case-merge.js';
import { linkCases } from './relation/use-cases/link-cases.js';
import { proposeCaseMerge } from './relation/use-cases/propose-case-merge.js';
import { confirmSafeguardingStep } from './safeguarding/use-cases/confirm-safeguarding-step.js';
import { declineSafeguardingStep } from './safeguarding/use-cases/decline-safeguarding-step.js';
import { flagCase } from './safeguarding/use-cases/flag-case.js';
import { proposeSafeguardingStep } from './safeguarding/use-cases/propose-safeguarding-step.js';
import { takeSafeguardingStep } from './safeguarding/use-cases/take-safeguarding-step.js';
import { tellSafeguardingStep } from './safeguarding/use-cases/tell-safeguarding-step.js';
import { unflagCase } from './safeguarding/use-cases/unflag-case.js';
import { declareTie } from './wall/use-cases/declare-tie.js';
import { liftWall } from './wall/use-cases/lift-wall.js';
import { raiseWall } from './wall/use-cases/raise-wall.js';
import { recuseFromCase } from './wall/use-cases/recuse-from-case.js';

/** The mutations of what belongs to a case file beside the case itself. */
export const fileUseCases = {
  answerCaseMerge,
  closeIdentity,
  confirmSafeguardingStep,
  declareTie,
  declineSafeguardingStep,
  flagCase,
  liftWall,
  linkCases,
  nameSecondWorker,
  openIdentity,
  proposeCaseMerge,
  proposeSafeguardingStep,
  raiseWall,
  recuseFromCase,
  relieveSecondWorker,
  takeSafeguardingStep,
  tellSafeguardingStep,
  unflagCase,
  writeCaseNote,
};
