import {
  createLifeHandlers,
  createLifeRepositories,
  createLifeTasks,
  createPersonalDataReads,
} from './wiring/personal-data.js';
import { createGroupLifeRepositories, createGroupLifeTasks, groupLifeEntities } from './wiring/groups.js';
import { createSmtpMailer, readMailSettings } from '@guildhall/mail';
import { packageRoot, type ServiceDefinition } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { loadDemoUnion } from '../seeds/load-demo.js';
import { AppointmentEntity } from './appointment/appointment.entity.js';
import { createAppointmentRepository } from './appointment/appointment.repository.js';
import { createBlockRepository } from './block/block.repository.js';
import { ConnectionEntity } from './connection/connection.entity.js';
import { createConnectionRepository } from './connection/connection.repository.js';
import { ConsentEntity } from './consent/consent.entity.js';
import { createConsentRepository } from './consent/consent.repository.js';
import { createConstituencyRepository } from './constituency/constituency.repository.js';
import type { Context } from './context.js';
import { createConversationRepository } from './conversation/conversation.repository.js';
import { createMessageRepository } from './conversation/message.repository.js';
import { activityPlaceHandlers } from './activity-place/activity-place.handlers.js';
import { companyHandlers } from './company/company.handlers.js';
import {
  activityNeedsCron,
  createActivityNeedsRepositories,
  createActivityNeedsTasks,
} from './wiring/activity-needs.js';
import { createBallotRepositories, createBallotTasks, resumeOpenings } from './wiring/elections-ballots.js';
import { candidateEntities, createCandidateRepositories } from './wiring/elections-candidates.js';
import { createCountRepositories } from './wiring/elections-count.js';
import {
  createElectionLifeRepositories,
  createElectionLifeTasks,
  electionLifeEntities,
} from './wiring/elections-life.js';
import { createGoingRepositories } from './wiring/going.js';
import { createTrainingHandlers, createTrainingRepositories, createTrainingTasks } from './wiring/training.js';
import { circleCron, createCircleRepositories, createCircleTasks } from './wiring/circles.js';
import type { Deps, Repositories } from './deps.js';
import { createDiscoverabilityRepository } from './discovery/discoverability.repository.js';
import { GroupEntity, GroupMembershipEntity } from './group/group.entity.js';
import { createGroupRepository } from './group/group.repository.js';
import { MandateEntity, PositionEntity } from './group/mandate.entity.js';
import { createMandateRepository } from './group/mandate.repository.js';
import { createHelpRepositories, createHelpTasks, helpEntities } from './wiring/help.js';
import { createHelpInsightsRepository } from './help-insights/help-insights.repository.js';
import { insightsThreshold } from './insights/insights.policy.js';
import { createInsightsRepository } from './insights/insights.repository.js';
import { createLoaders } from './loaders.js';
import { MemberEntity } from './member/member.entity.js';
import { createMemberRepository } from './member/member.repository.js';
import { migrations } from './migrations.js';
import { inboxOnly } from './wiring/inbox-only.js';
import { createNeedsRepository } from './needs/needs.repository.js';
import { createNotificationMailRepository } from './notification/mail.repository.js';
import { createNotificationHandlers } from './notification/notification.handlers.js';
import { createNotificationRepository } from './notification/notification.repository.js';
import { createNotificationSettingsRepository } from './notification/settings.repository.js';
import { hmacSigner } from './notification/signer.crypto.js';
import { createSearchRepository } from './search/search.repository.js';
import { createPostRepositories, postEntities } from './wiring/posts.js';
import { resolvers } from './resolvers.js';
import { createSuggestionRepository } from './suggestion/suggestion.repository.js';
import { createTasks } from './tasks.js';
import { createUseCases } from './use-cases.js';

/** The repositories of this service over one connection or transaction; `scope` is what telling members works with. */
export function createRepositories(manager: EntityManager, scope = inboxOnly): Repositories {
  return {
    ...createLifeRepositories(manager),
    ...createHelpRepositories(manager, scope.ids),
    ...createGroupLifeRepositories(manager),
    members: createMemberRepository(manager),
    connections: createConnectionRepository(manager),
    blocks: createBlockRepository(manager),
    discoverability: createDiscoverabilityRepository(manager),
    suggestions: createSuggestionRepository(manager),
    consents: createConsentRepository(manager),
    needs: createNeedsRepository(manager),
    search: createSearchRepository(manager),
    groups: createGroupRepository(manager),
    mandates: createMandateRepository(manager),
    notifications: createNotificationRepository(manager, scope),
    notificationMails: createNotificationMailRepository(manager),
    notificationSettings: createNotificationSettingsRepository(manager, scope),
    appointments: createAppointmentRepository(manager),
    constituencies: createConstituencyRepository(manager),
    ...createPostRepositories(manager),
    conversations: createConversationRepository(manager, scope),
    messages: createMessageRepository(manager),
    ...createCircleRepositories(manager),
    ...createActivityNeedsRepositories(manager),
    ...createGoingRepositories(manager),
    ...createTrainingRepositories(manager),
    ...createElectionLifeRepositories(manager),
    ...createCandidateRepositories(manager, scope),
    ...createCountRepositories(manager),
    ...createBallotRepositories(manager),
  };
}

/** The membership service: people, groups, offices and staff roles. */
export const membership: ServiceDefinition<Context> = {
  name: 'membership',
  root: packageRoot(import.meta.url),
  entities: [
    ...helpEntities,
    MemberEntity,
    ConnectionEntity,
    ConsentEntity,
    ...groupLifeEntities,
    GroupEntity,
    GroupMembershipEntity,
    PositionEntity,
    MandateEntity,
    AppointmentEntity,
    ...postEntities,
    ...electionLifeEntities,
    ...candidateEntities,
  ],
  migrations,
  resolvers,
  insightsThreshold,
  seed: loadDemoUnion,
  wire(kit) {
    const { smtp, links } = readMailSettings(kit.environment);
    const scope = { clock: kit.clock, ids: kit.ids, campusZone: kit.campusZone, hasMail: smtp !== undefined };
    const deps: Deps = {
      clock: kit.clock,
      ids: kit.ids,
      campusZone: kit.campusZone,
      mail: smtp && { mailer: createSmtpMailer(smtp), signer: hmacSigner, portalUrl: links.portal },
      ...kit.transactions((manager) => createRepositories(manager, scope)),
    };
    const useCases = createUseCases(deps);
    const inTransaction = (manager: EntityManager) => createRepositories(manager, scope);
    return {
      createContext(request) {
        const repositories = createRepositories(request.manager);
        const insights = createInsightsRepository(request.manager, request.campusZone);
        return {
          ...request,
          personalData: createPersonalDataReads(request.manager),
          loaders: createLoaders(request.actor, request.now, repositories),
          read: {
            ...repositories,
            insights,
            helpInsights: createHelpInsightsRepository(request.manager, request.campusZone),
          },
          membership: useCases,
          hasMail: scope.hasMail,
        };
      },
      handlers: {
        ...createLifeHandlers(kit, inTransaction),
        ...createNotificationHandlers(scope),
        ...createTrainingHandlers(kit, inTransaction),
        ...companyHandlers,
        ...activityPlaceHandlers,
      },
      tasks: {
        ...createTasks(deps),
        ...createCircleTasks(deps),
        ...createElectionLifeTasks(deps),
        ...createBallotTasks(deps),
        ...createActivityNeedsTasks(deps),
        ...createHelpTasks(deps),
        ...createGroupLifeTasks(deps),
        ...createTrainingTasks(deps),
        ...createLifeTasks(kit, deps, inTransaction),
      },
      start: () => resumeOpenings(inTransaction(kit.dataSource.manager)),
      cron: [...circleCron, ...activityNeedsCron],
    };
  },
};
