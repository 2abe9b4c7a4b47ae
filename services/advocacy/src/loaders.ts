import type { EntityManager } from 'typeorm';
import {
  createQueuedCaseLoader,
  createVisibleCaseLoader,
  createVisibleReferralLoader,
} from './inbox/notice.loaders.js';
import { createDeadlineLoader } from './case/case.loaders.js';
import { createClosingLoaders } from './wiring/closing-loaders.js';
import { createCourseLoader } from './course/course.loaders.js';
import { createDepartmentLoader, createStaffLoader } from './department/department.loaders.js';
import type { Repositories } from './deps.js';
import { createFileLoaders } from './file-loaders.js';
import { createIssueLoaders } from './issue/issue.loaders.js';
import { createLessonLoader } from './lesson/lesson.loaders.js';
import { createEmergenciesOfCaseLoader, createEmergencyPerson } from './emergency-access/emergency-access.loaders.js';
import { createEmergencyReader } from './emergency-reader.js';
import type { HolderRepository } from './referral/holder.repository.js';
import {
  createFieldLoader,
  createHolderLoader,
  createMilestoneLoader,
  createQuestionLoader,
  createReferralLoader,
  createReferralsOfCaseLoader,
} from './referral/referral.loaders.js';
import { createApiClientLoader } from './api-client/api-client.loaders.js';
import { createAttemptLoader, createSecretDatesLoader, createWebhookLoader } from './webhook/webhook.loaders.js';
import type { IdSource } from '@guildhall/kernel';
import { createMediationReader } from './mediation-reader.js';
import { createMediationLoaders } from './mediation/mediation.loaders.js';
import type { MediationViewer } from './mediation/mediation-viewer.js';
import { createPromiseLoaders } from './promise/promise.loaders.js';
import { createIdeaLoaders } from './idea/idea.loaders.js';
import { createProposalLoaders } from './proposal/proposal.loaders.js';
import { createSealedReader } from './sealed-reader.js';
import { createAttachmentLoader } from './attachment/attachment.loaders.js';
import { createAuthorityLoader, createRepresentativeLoader } from './representative/representative.loaders.js';
import { createTemplateTextLoader } from './template/template.loaders.js';
import type { Vault } from './sealing/sealing.js';
import type { CaseViewer } from './sealing/viewer.js';

/** The batching loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Makes the loaders of one request; they forget everything with it. */
export function createLoaders(
  viewer: CaseViewer,
  repositories: Repositories,
  scope: {
    readonly manager: EntityManager;
    readonly vault: Vault;
    readonly now: Date;
    readonly ids: IdSource;
    readonly mediationViewer: MediationViewer;
    readonly holders: HolderRepository;
  },
) {
  const { deadlines, departments, referrals } = repositories;
  const emergencyPerson = createEmergencyPerson(viewer, repositories.emergencies, scope.now);
  return {
    ...createClosingLoaders(viewer, repositories, scope.now),
    ...createFileLoaders(viewer, repositories, scope.now),
    ...createProposalLoaders(viewer.actor, repositories),
    ideas: createIdeaLoaders(viewer.actor, repositories),
    ...createPromiseLoaders(repositories, scope.now),
    visibleCases: createVisibleCaseLoader(viewer, repositories.cases),
    queuedCases: createQueuedCaseLoader(viewer, repositories.cases),
    visibleReferrals: createVisibleReferralLoader(viewer, repositories.referrals),
    emergencyPerson,
    emergencyWords: createEmergencyReader(emergencyPerson, scope),
    emergenciesOfCase: createEmergenciesOfCaseLoader(viewer, repositories.emergencies, scope.now),
    authorityOf: createAuthorityLoader(repositories.authorities),
    representativesOf: createRepresentativeLoader(repositories.representatives),
    attachmentsOf: createAttachmentLoader(viewer, repositories.attachments),
    templateTexts: createTemplateTextLoader(repositories.templates),
    words: createSealedReader(viewer, scope),
    mediationWords: createMediationReader(scope.mediationViewer, scope),
    ...createMediationLoaders(scope.mediationViewer, repositories, scope.now),
    deadlinesOf: createDeadlineLoader(deadlines, scope.now),
    courseOf: createCourseLoader(repositories.courses),
    lessonOf: createLessonLoader(repositories.lessons),
    departments: createDepartmentLoader(departments),
    issues: createIssueLoaders(viewer.actor, repositories),
    staffOf: createStaffLoader(viewer.actor, departments, scope.now),
    referralsOfCase: createReferralsOfCaseLoader(viewer, referrals),
    referralsById: createReferralLoader(viewer, referrals),
    fieldsOf: createFieldLoader(viewer, referrals),
    questionsOf: createQuestionLoader(viewer, referrals),
    milestonesOf: createMilestoneLoader(viewer, repositories.milestones),
    holdersOf: createHolderLoader((ids) => scope.holders.listNow(ids, scope.now)),
    formerHoldersOf: createHolderLoader((ids) => scope.holders.listEver(ids, scope.now)),
    apiClientsOf: createApiClientLoader(viewer.actor, repositories.apiClients),
    webhooksOf: createWebhookLoader(viewer.actor, repositories.webhooks),
    secretDatesOf: createSecretDatesLoader(repositories.webhooks, scope.now),
    attemptsOf: createAttemptLoader(repositories.webhooks),
  };
}
