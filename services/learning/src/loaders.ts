import type { Actor } from '@guildhall/kernel';
import type { Repositories } from './deps.js';
import { createProgressLoader, createViewerEnrolmentLoader } from './enrolment/enrolment.loaders.js';
import { createPathLoader, createStepsLoader, createVersionLoader, createVersionsLoader } from './path/path.loaders.js';
import { createHandoverLoaders } from './handover/handover.loaders.js';
import { createLibraryLoaders } from './wiring/library.js';
import { createCredentialLoaders } from './wiring/credentials.js';
import { createPathLoaders } from './wiring/paths.js';
import { createMentoringLoaders } from './wiring/mentoring.js';
import { createStudyLoaders } from './wiring/study.js';
import { createQuizLoaders } from './wiring/quizzes.js';
import { createRecordLoaders } from './wiring/record.js';
import { createHighlightLoader, createResourceLoader } from './resource/resource.loaders.js';

/** The batching loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Makes the loaders of one request; they forget everything with it. */
export function createLoaders(actor: Actor, repositories: Repositories, now: Date) {
  const { resources, paths, enrolments } = repositories;
  return {
    resources: createResourceLoader(actor, resources),
    highlights: createHighlightLoader(actor, resources),
    paths: createPathLoader(actor, paths),
    versionsOf: createVersionsLoader(actor, paths),
    versions: createVersionLoader(actor, paths),
    stepsOf: createStepsLoader(actor, paths),
    viewerEnrolments: createViewerEnrolmentLoader(actor, enrolments),
    progressOf: createProgressLoader(enrolments),
    ...createCredentialLoaders(actor, repositories),
    handovers: createHandoverLoaders(now, repositories),
    ...createLibraryLoaders(actor, repositories),
    ...createRecordLoaders(actor, repositories),
    ...createQuizLoaders(actor, repositories),
    ...createStudyLoaders(actor, repositories),
    ...createMentoringLoaders(actor, repositories),
    ...createPathLoaders({ actor, now }, repositories),
  };
}
