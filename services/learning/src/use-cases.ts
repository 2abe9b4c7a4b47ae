import { bindUseCases } from '@guildhall/subgraph';
import type { Deps } from './deps.js';
import { completeStep } from './enrolment/use-cases/complete-step.js';
import { dropEnrolment } from './enrolment/use-cases/drop-enrolment.js';
import { enrolInPath } from './enrolment/use-cases/enrol-in-path.js';
import { startStep } from './enrolment/use-cases/start-step.js';
import { draftPath } from './path/use-cases/draft-path.js';
import { draftPathVersion } from './path/use-cases/draft-path-version.js';
import { editPathVersion } from './path/use-cases/edit-path-version.js';
import { publishPathVersion } from './path/use-cases/publish-path-version.js';
import { retirePathVersion } from './path/use-cases/retire-path-version.js';
import { sendBackPathVersion } from './path/use-cases/send-back-path-version.js';
import { submitPathVersion } from './path/use-cases/submit-path-version.js';
import { draftResource } from './resource/use-cases/draft-resource.js';
import { editResource } from './resource/use-cases/edit-resource.js';
import { publishResource } from './resource/use-cases/publish-resource.js';
import { retireResource } from './resource/use-cases/retire-resource.js';
import { sendBackResource } from './resource/use-cases/send-back-resource.js';
import { submitResource } from './resource/use-cases/submit-resource.js';
import { handoverUseCases } from './wiring/handover.js';
import { libraryUseCases } from './wiring/library.js';
import { mentoringUseCases } from './wiring/mentoring.js';
import { studyUseCases } from './wiring/study.js';
import { quizUseCases } from './wiring/quizzes.js';
import { recordUseCases } from './wiring/record.js';
import { credentialUseCases } from './wiring/credentials.js';
import { pathUseCases } from './wiring/paths.js';

/** Every mutation of this service, ready to call with an actor and an input. */
export type UseCases = ReturnType<typeof createUseCases>;

/** Gives every use case what it works with. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    completeStep,
    draftPath,
    draftPathVersion,
    draftResource,
    dropEnrolment,
    editPathVersion,
    editResource,
    enrolInPath,
    publishPathVersion,
    publishResource,
    retirePathVersion,
    retireResource,
    sendBackPathVersion,
    sendBackResource,
    startStep,
    submitPathVersion,
    submitResource,
    ...credentialUseCases,
    ...libraryUseCases,
    ...recordUseCases,
    ...quizUseCases,
    ...studyUseCases,
    ...mentoringUseCases,
    ...handoverUseCases,
    ...pathUseCases,
  });
}
