import type { Repositories } from './deps.js';
import { createOpeningLoader } from './identity/identity.loaders.js';
import {
  createCaseLoader,
  createLinkLoader,
  createMergeLoader,
  createQueuedLinkLoader,
} from './relation/relation.loaders.js';
import { createStepLoader } from './safeguarding/safeguarding.loaders.js';
import type { CaseViewer } from './sealing/viewer.js';
import { createConflictLoader, createWallLoader } from './wall/wall.loaders.js';

/** The batching loaders of what belongs to a case file beside the case itself. */
export function createFileLoaders(viewer: CaseViewer, repositories: Repositories, now: Date) {
  const { cases, identities, relations, safeguarding, walls } = repositories;
  return {
    casesById: createCaseLoader(viewer, cases),
    conflictsOf: createConflictLoader(viewer, walls),
    linkedCasesOf: createLinkLoader(viewer, { cases, relations }),
    mergesOf: createMergeLoader(viewer, relations),
    openingOf: createOpeningLoader(viewer, identities, now),
    queuedLinksOf: createQueuedLinkLoader(viewer, { cases, relations }),
    stepsOf: createStepLoader(viewer, safeguarding),
    wallsOf: createWallLoader(viewer, walls),
  };
}
