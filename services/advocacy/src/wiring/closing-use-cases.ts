import { answerExport } from '../case-export/use-cases/answer-export.js';
import { discardExport } from '../case-export/use-cases/discard-export.js';
import { downloadExport } from '../case-export/use-cases/download-export.js';
import { offerExport } from '../case-export/use-cases/offer-export.js';
import { requestExport } from '../case-export/use-cases/request-export.js';
import { consentToCount } from '../collective/use-cases/consent-to-count.js';
import { dismissSuggestion } from '../collective/use-cases/dismiss-suggestion.js';
import { raiseSuggestion } from '../collective/use-cases/raise-suggestion.js';
import { nameCause } from '../collective/use-cases/name-cause.js';
import { askReopening } from '../course/use-cases/ask-reopening.js';
import { decideReopening } from '../course/use-cases/decide-reopening.js';
import { goFurther } from '../course/use-cases/go-further.js';
import { recordCompletionLetter } from '../course/use-cases/record-completion-letter.js';
import { meetCaseDeadline } from '../deadline/use-cases/meet-case-deadline.js';
import { setCaseDeadline } from '../deadline/use-cases/set-case-deadline.js';
import { decideLesson } from '../lesson/use-cases/decide-lesson.js';
import { proposeLesson } from '../lesson/use-cases/propose-lesson.js';
import { askErasure } from '../retention/use-cases/ask-erasure.js';
import { liftHold } from '../retention/use-cases/lift-hold.js';
import { placeHold } from '../retention/use-cases/place-hold.js';
import { publishServiceRule } from '../service-rule/use-cases/publish-service-rule.js';

/** The mutations about dates, stages, outcomes and about what becomes of cases. */
export const closingUseCases = {
  answerExport,
  askErasure,
  askReopening,
  consentToCount,
  decideLesson,
  decideReopening,
  discardExport,
  dismissSuggestion,
  downloadExport,
  goFurther,
  liftHold,
  meetCaseDeadline,
  nameCause,
  offerExport,
  placeHold,
  proposeLesson,
  publishServiceRule,
  raiseSuggestion,
  recordCompletionLetter,
  requestExport,
  setCaseDeadline,
};
