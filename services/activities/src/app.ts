import { toId } from '@guildhall/kernel';
import { apartFromRequest, packageRoot, type ServiceDefinition } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { loadDemoActivities } from '../seeds/load-demo.js';
import { ActivityEntity } from './activity/activity.entity.js';
import { createActivityRepository } from './activity/activity.repository.js';
import type { Context } from './context.js';
import type { Deps, Repositories } from './deps.js';
import { insightsThreshold } from './insights/insights.policy.js';
import { createPersonalData } from './personal-data/personal-data.wiring.js';
import { createInsightsRepository } from './insights/insights.repository.js';
import { createLoaders } from './loaders.js';
import { migrations } from './migrations.js';
import { RegistrationEntity } from './registration/registration.entity.js';
import { createRegistrationRepository } from './registration/registration.repository.js';
import { createSeatQueue, seatQueueLimits } from './registration/seat-queue.js';
import { settleRegistrations, type SeatRequest } from './registration/use-cases/settle-registrations.js';
import { resolvers } from './resolvers.js';
import { shadowAccessHandlers } from './shadow-access/shadow-access.handlers.js';
import { createQuestionRepositories, createQuestionTasks, questionCron } from './wiring/questions.js';
import { createStrikeRepositories, strikeEntities } from './wiring/strikes.js';
import { createUseCases } from './use-cases.js';
import { createSeatRepositories, createSeatTasks, poolEntities } from './wiring/registrations.js';
import { createOrganisingRepositories, createOrganisingTasks, organisingEntities } from './wiring/organising.js';
import { readDoorKeys } from './pass/pass-keys.crypto.js';
import { createDoorRepositories } from './wiring/door.js';
import { calendarTokens } from './calendar-feed/calendar-token.crypto.js';
import { createFindingRepositories } from './wiring/finding.js';
import { createAfterRepositories, createAfterTasks } from './wiring/after.js';
import { createDrawingRepositories, createDrawingTasks } from './wiring/fair-start.js';
import { createServiceRepositories, serviceEntities } from './wiring/service.js';
import { approvalEntities, createApprovalRepositories, createApprovalTasks } from './wiring/approvals.js';
import { createVenueRepositories, venueEntities } from './wiring/venues.js';
import { createTrainingHandlers, createTrainingRepositories, createTrainingTasks } from './wiring/training.js';

/** The repositories of this service over one connection or transaction. */
export function createRepositories(manager: EntityManager): Repositories {
  return {
    activities: createActivityRepository(manager),
    registrations: createRegistrationRepository(manager),
    ...createSeatRepositories(manager),
    ...createQuestionRepositories(manager),
    ...createStrikeRepositories(manager),
    ...createDrawingRepositories(manager),
    ...createAfterRepositories(manager),
    ...createVenueRepositories(manager),
    ...createApprovalRepositories(manager),
    ...createServiceRepositories(manager),
    ...createTrainingRepositories(manager),
    ...createFindingRepositories(manager),
    ...createDoorRepositories(manager),
    ...createOrganisingRepositories(manager),
  };
}

/** The activities service: what groups organise, and who takes part. */
export const activities: ServiceDefinition<Context> = {
  name: 'activities',
  root: packageRoot(import.meta.url),
  entities: [
    ActivityEntity,
    RegistrationEntity,
    ...poolEntities,
    ...strikeEntities,
    ...venueEntities,
    ...approvalEntities,
    ...serviceEntities,
    ...organisingEntities,
  ],
  migrations,
  resolvers,
  insightsThreshold,
  wire(kit) {
    const own = { clock: kit.clock, ids: kit.ids, campusZone: kit.campusZone, ...kit.transactions(createRepositories) };
    // A batch holds the requests of many, and must not end because the one that opened the queue was given up.
    const seatQueue = createSeatQueue(seatQueueLimits, (activityId, requests: readonly SeatRequest[]) =>
      apartFromRequest(() => settleRegistrations(own, toId(activityId), requests)),
    );
    const doorKeys = readDoorKeys(kit.environment);
    const deps: Deps = { ...own, calendarTokens, seatQueue, doorKeys };
    const useCases = createUseCases(deps);
    const personalData = createPersonalData(kit);
    return {
      createContext(request) {
        const repositories = createRepositories(request.manager);
        const insights = createInsightsRepository(request.manager, request.campusZone);
        return {
          ...request,
          doorKeys,
          personalData: personalData.reads(request.manager),
          loaders: createLoaders(request.actor, request.now, repositories),
          read: { ...repositories, insights },
          activities: useCases,
        };
      },
      // Two handlers of one event must be one: spread them here only while their names differ.
      handlers: { ...personalData.handlers, ...shadowAccessHandlers, ...createTrainingHandlers(kit) },
      tasks: {
        ...personalData.tasks,
        ...createQuestionTasks(deps),
        ...createSeatTasks(deps),
        ...createApprovalTasks(deps),
        ...createOrganisingTasks(deps),
        ...createDrawingTasks(deps),
        ...createAfterTasks(deps),
        ...createTrainingTasks(deps),
      },
      cron: [...questionCron],
      hasShadowAccess: true,
    };
  },
  seed: loadDemoActivities,
};
