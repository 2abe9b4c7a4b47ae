import { createFileWing, readFileSettings } from '@guildhall/files';
import { createSmtpMailer, readMailSettings } from '@guildhall/mail';
import { packageRoot, type ServiceDefinition } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { loadDemoCases } from '../seeds/load-demo.js';
import {
  createDepartmentReads,
  createDepartmentRepositories,
  departmentEntities,
  readDepartmentDeps,
} from './department-wing.js';
import { createAttachmentGate } from './attachment/attachment.gate.js';
import { createAttachmentRepository } from './attachment/attachment.repository.js';
import { createAttachmentKeeper } from './attachment/attachment.keeper.js';
import { sweepTask } from './attachment/sweep-attachments.job.js';
import { createBundleBuilder } from './case-export/bundle-builder.worker.js';
import { CaseExportEntity } from './case-export/case-export.entity.js';
import { createAuthorityRepository } from './authority/authority.repository.js';
import { createRepresentativeRepository } from './representative/representative.repository.js';
import { CaseEntity } from './case/case.entity.js';
import { createCaseRepository } from './case/case.repository.js';
import { createCaseWorkerRepository } from './case-worker/case-worker.repository.js';
import { closingCron } from './wiring/closing-tasks.js';
import { createClosingRepositories } from './wiring/closing-repositories.js';
import { CollectiveSuggestionEntity } from './collective/collective.entity.js';
import type { Context } from './context.js';
import { createCourseRepository } from './course/course.repository.js';
import { createDeadlineRepository } from './deadline/deadline.repository.js';
import { DepartmentEntity, DepartmentStaffEntity } from './department/department.entity.js';
import { createDepartmentRepository } from './department/department.repository.js';
import type { Deps, Repositories } from './deps.js';
import { chain } from './disclosure/chain.crypto.js';
import { createDisclosureRepository } from './disclosure/disclosure.repository.js';
import { EmergencyAccessEntity, EmergencyGuardianEntity } from './emergency-access/emergency-access.entity.js';
import { createEmergencyAccessRepository } from './emergency-access/emergency-access.repository.js';
import { createInboxSettingsRepository } from './inbox/inbox-settings.repository.js';
import { createMailRepository } from './inbox/mail.repository.js';
import { createFileRepositories } from './file-repositories.js';
import { SafeguardingStepEntity } from './safeguarding/step.entity.js';
import { createInboxRepository, type InboxScope } from './inbox/inbox.repository.js';
import { insightsThreshold } from './insights/insights.policy.js';
import { createInsightsRepository } from './insights/insights.repository.js';
import { createIssueInsightsRepository } from './issue-insights/issue-insights.repository.js';
import { IssueEntity, IssueReplyEntity } from './issue/issue.entity.js';
import { createIssueRepositories } from './issue/issue.repositories.js';
import { readKeys } from './keys.js';
import { createLessonRepository } from './lesson/lesson.repository.js';
import { createLoaders } from './loaders.js';
import { MediationEntity } from './mediation/mediation.entity.js';
import { createMediationRepository } from './mediation/mediation.repository.js';
import { createMediationSideRepository } from './mediation/mediation-side.repository.js';
import { mediationViewerOf } from './mediation/mediation-viewer.js';
import { createMediationInsightsRepository } from './mediation-insights/mediation-insights.repository.js';
import { createMediationRoomRepository } from './mediation-room/mediation-room.repository.js';
import { createMediationTextRepository } from './mediation-room/mediation-text.repository.js';
import { createMediationTermRepository } from './mediation-term/mediation-term.repository.js';
import { createMediatorRepository } from './mediator/mediator.repository.js';
import { migrations } from './migrations.js';
import { ideaHandlers } from './idea/idea.handlers.js';
import { createIdeaRepository } from './idea/idea.repository.js';
import { ProposalEntity } from './proposal/proposal.entity.js';
import { createErasureHandler } from './personal-data/erase-member.handler.js';
import { createProposalRepositories } from './proposal/proposal.repositories.js';
import { createOwnCopyReader } from './own-copy-reader.js';
import { readReceiptSettings } from './receipt/receipt.settings.js';
import { createReceiptReader } from './receipt/receipt.reader.js';
import { createReceiptRepository } from './receipt/receipt.repository.js';
import { ReferralEntity } from './referral/referral.entity.js';
import { createReferralRepository } from './referral/referral.repository.js';
import { resolvers } from './resolvers.js';
import { createSealedTextRepository } from './sealing/sealed-text.repository.js';
import type { Vault } from './sealing/sealing.js';
import { createVault } from './sealing/vault.crypto.js';
import { viewerOf } from './sealing/viewer.js';
import { createTemplateRepository } from './template/template.repository.js';
import { createTasks } from './tasks.js';
import { createUpdateRepository } from './update/update.repository.js';
import { createUseCases } from './use-cases.js';

/** The repositories of this service over one connection or transaction. */
function createRepositories(
  manager: EntityManager,
  { vault, campusZone, inbox }: { readonly vault: Vault; readonly campusZone: string; readonly inbox: InboxScope },
): Repositories {
  return {
    ...createClosingRepositories(manager, campusZone),
    ...createFileRepositories(manager, vault),
    ...createProposalRepositories(manager),
    ...createDepartmentRepositories(manager, vault),
    attachments: createAttachmentRepository(manager),
    authorities: createAuthorityRepository(manager),
    representatives: createRepresentativeRepository(manager),
    cases: createCaseRepository(manager),
    courses: createCourseRepository(manager),
    deadlines: createDeadlineRepository(manager, campusZone),
    departments: createDepartmentRepository(manager),
    emergencies: createEmergencyAccessRepository(manager, vault),
    ideas: createIdeaRepository(manager),
    inbox: createInboxRepository(manager, inbox),
    ...createIssueRepositories(manager),
    inboxSettings: createInboxSettingsRepository(manager, { vault, ids: inbox.ids }),
    mails: createMailRepository(manager),
    lessons: createLessonRepository(manager, vault),
    mediationRooms: createMediationRoomRepository(manager),
    mediations: createMediationRepository(manager),
    mediationSides: createMediationSideRepository(manager),
    mediationTerms: createMediationTermRepository(manager),
    mediationTexts: createMediationTextRepository(manager, { vault, ids: inbox.ids }),
    mediators: createMediatorRepository(manager, vault),
    receipts: createReceiptRepository(manager, createDisclosureRepository(manager, chain)),
    referrals: createReferralRepository(manager),
    sealedTexts: createSealedTextRepository(manager, vault),
    templates: createTemplateRepository(manager),
    updates: createUpdateRepository(manager),
  };
}

type ReadScope = {
  readonly ofDepartments: ReturnType<typeof createDepartmentReads>;
  readonly manager: EntityManager;
  readonly vault: Vault;
  readonly now: Date;
};

/** Where the resolvers of one request read. */
function createReads(repositories: Repositories, { ofDepartments, manager, vault, now }: ReadScope) {
  return {
    cases: repositories.cases,
    notes: repositories.notes,
    safeguarding: repositories.safeguarding,
    walls: repositories.walls,
    caseWorkers: createCaseWorkerRepository(manager),
    departments: repositories.departments,
    mediationInsights: createMediationInsightsRepository(manager),
    mediationRooms: repositories.mediationRooms,
    mediations: repositories.mediations,
    mediators: repositories.mediators,
    receipts: createReceiptReader({ manager, vault, now, repositories }),
    receiptRows: repositories.receipts,
    templates: repositories.templates,
    representatives: repositories.representatives,
    referrals: repositories.referrals,
    updates: repositories.updates,
    proposals: repositories.proposals,
    matters: repositories.matters,
    issues: repositories.issues,
    issuePosts: repositories.issuePosts,
    issueTexts: repositories.issueTexts,
    posts: repositories.posts,
    issueInsights: createIssueInsightsRepository(manager),
    emergencies: repositories.emergencies,
    inbox: repositories.inbox,
    inboxSettings: repositories.inboxSettings,
    lessons: repositories.lessons,
    collectives: repositories.collectives,
    serviceRules: repositories.serviceRules,
    disclosures: createDisclosureRepository(manager, chain),
    ...ofDepartments,
    webhooks: repositories.webhooks,
    insights: createInsightsRepository(manager),
  };
}

/** The advocacy service: cases, referrals and departments. It does not start without its own keys. */
export const advocacy: ServiceDefinition<Context> = {
  name: 'advocacy',
  root: packageRoot(import.meta.url),
  entities: [
    CaseEntity,
    CaseExportEntity,
    CollectiveSuggestionEntity,
    SafeguardingStepEntity,
    IssueEntity,
    IssueReplyEntity,
    MediationEntity,
    ProposalEntity,
    ReferralEntity,
    DepartmentEntity,
    DepartmentStaffEntity,
    ...departmentEntities,
    EmergencyAccessEntity,
    EmergencyGuardianEntity,
  ],
  migrations,
  resolvers,
  insightsThreshold,
  seed: loadDemoCases,
  wire(kit) {
    const mail = readMailSettings(kit.environment);
    const scope = {
      vault: createVault(readKeys(kit.environment)),
      campusZone: kit.campusZone,
      inbox: { clock: kit.clock, ids: kit.ids, hasMail: mail.smtp !== undefined },
    };
    const wing = createFileWing(readFileSettings(kit.environment, 'ATTACHMENTS'));
    const deps: Deps = {
      files: wing?.files,
      clock: kit.clock,
      ids: kit.ids,
      vault: scope.vault,
      ...readDepartmentDeps(kit.environment),
      campusZone: kit.campusZone,
      bundles: createBundleBuilder(),
      mailer: mail.smtp && createSmtpMailer(mail.smtp),
      mailLinks: { STUDENT: mail.links.portal, STAFF: mail.links.desk, DEPARTMENT: mail.links.partners },
      readOwnCopy: createOwnCopyReader(kit.dataSource, scope.vault, (manager) =>
        createInboxSettingsRepository(manager, { vault: scope.vault, ids: kit.ids }),
      ),
      ...readReceiptSettings(kit.environment),
      ...kit.transactions((manager) => createRepositories(manager, scope)),
    };
    const useCases = createUseCases(deps);
    return {
      createContext(request) {
        const { manager, actor, now } = request;
        const viewer = viewerOf(actor, scope.vault);
        const mediationViewer = mediationViewerOf(actor, scope.vault);
        const repositories = createRepositories(manager, scope);
        const ofDepartments = createDepartmentReads(viewer, { manager, vault: scope.vault, now });
        const read = createReads(repositories, { ofDepartments, manager, vault: scope.vault, now });
        return {
          ...request,
          viewer,
          mediationViewer,
          secretKeeper: deps.secretKeeper,
          alias: (name: string) => scope.vault.alias(name),
          gate: createAttachmentGate(scope.vault, wing?.files, now),
          loaders: createLoaders(viewer, repositories, {
            holders: ofDepartments.holders,
            manager,
            mediationViewer,
            ids: kit.ids,
            vault: scope.vault,
            now,
          }),
          read,
          advocacy: useCases,
        };
      },
      ...(wing && { start: () => wing.start(createAttachmentKeeper({ ...deps, files: wing.files }, kit.logger)) }),
      handlers: { ...ideaHandlers, MemberStatusChanged: createErasureHandler(kit, scope.vault) },
      tasks: createTasks(deps),
      cron: [...closingCron, `41 * * * * ${sweepTask}`, '23 3 * * * clean-webhook-log'],
      departments: createDepartmentRepository(kit.dataSource.manager),
    };
  },
};
