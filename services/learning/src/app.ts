import { packageRoot, type ServiceDefinition } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { loadDemoUnion } from '../seeds/load-demo.js';
import type { Context } from './context.js';
import type { Deps, Repositories } from './deps.js';
import { EnrolmentEntity } from './enrolment/enrolment.entity.js';
import { createEnrolmentRepository } from './enrolment/enrolment.repository.js';
import { createHandlers } from './handlers.js';
import { insightsThreshold } from './insights/insights.policy.js';
import { createHandoverRepositories, handoverEntities } from './wiring/handover.js';
import { createPersonalData } from './personal-data/personal-data.wiring.js';
import { createInsightsRepository } from './insights/insights.repository.js';
import { createLoaders } from './loaders.js';
import { migrations } from './migrations.js';
import { LearningPathEntity, PathVersionEntity, StepEntity } from './path/path.entity.js';
import { createPathRepository } from './path/path.repository.js';
import { ResourceEntity } from './resource/resource.entity.js';
import { createResourceRepository } from './resource/resource.repository.js';
import { resolvers } from './resolvers.js';
import { createTasks } from './tasks.js';
import { createPathRepositories, pathEntities } from './wiring/paths.js';
import { createRecordRepositories } from './wiring/record.js';
import { createFileKit } from './wiring/files.js';
import { createLibraryRepositories, libraryEntities } from './wiring/library.js';
import { createQuizRepositories, quizEntities } from './wiring/quizzes.js';
import { createCredentialKit, createCredentialRepositories, credentialEntities } from './wiring/credentials.js';
import { createStudyRepositories, studyEntities } from './wiring/study.js';
import { mentoringEntities } from './wiring/mentoring.js';
import { createUseCases } from './use-cases.js';

/** The repositories of this service over one connection or transaction. */
export function createRepositories(manager: EntityManager): Repositories {
  return {
    resources: createResourceRepository(manager),
    paths: createPathRepository(manager),
    enrolments: createEnrolmentRepository(manager),
    ...createCredentialRepositories(manager),
    ...createLibraryRepositories(manager),
    ...createPathRepositories(manager),
    ...createRecordRepositories(manager),
    ...createQuizRepositories(manager),
    ...createStudyRepositories(manager),
    ...createHandoverRepositories(manager),
  };
}

/** The learning service: resources, learning paths, and how far each member is on them. */
export const learning: ServiceDefinition<Context> = {
  name: 'learning',
  root: packageRoot(import.meta.url),
  entities: [
    ...studyEntities,
    ...mentoringEntities,
    ...pathEntities,
    ...credentialEntities,
    ...quizEntities,
    ...handoverEntities,
    ...libraryEntities,
    ResourceEntity,
    LearningPathEntity,
    PathVersionEntity,
    StepEntity,
    EnrolmentEntity,
  ],
  migrations,
  resolvers,
  insightsThreshold,
  seed: loadDemoUnion,
  wire(kit) {
    const credentials = createCredentialKit(kit);
    const files = createFileKit(kit);
    const deps: Deps = {
      ...files.deps,
      ...credentials.deps,
      clock: kit.clock,
      ids: kit.ids,
      campusZone: kit.campusZone,
      ...kit.transactions(createRepositories),
    };
    const useCases = createUseCases(deps);
    const personalData = createPersonalData(kit);
    return {
      createContext(request) {
        const repositories = createRepositories(request.manager);
        const read = { ...repositories, insights: createInsightsRepository(request.manager) };
        return {
          ...request,
          ...credentials.context,
          gate: files.gate(request.now),
          personalData: personalData.reads(request.manager),
          loaders: createLoaders(request.actor, repositories, request.now),
          read,
          learning: useCases,
        };
      },
      handlers: { ...createHandlers(createRepositories, kit), ...personalData.handlers },
      tasks: { ...createTasks(deps), ...personalData.tasks },
      cron: files.cron,
      ...files.starts(deps),
    };
  },
};
