import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { LearningPath, PathId, PathVersion, PathVersionId } from './path.js';
import type { Step } from './step.js';

/** Paths by id; nothing for the hidden. */
export function createPathLoader(
  actor: Actor,
  paths: Repositories['paths'],
): DataLoader<PathId, LearningPath | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await paths.listVisible(actor, ids)).map((path) => [path.id, path]));
    return ids.map((id) => byId.get(id));
  });
}

/** The visible versions of paths, oldest first. */
export function createVersionsLoader(
  actor: Actor,
  paths: Repositories['paths'],
): DataLoader<PathId, readonly PathVersion[]> {
  return new DataLoader(async (ids) => {
    const byPath = Map.groupBy(await paths.listVersionsOf(actor, ids), (version) => version.pathId);
    return ids.map((id) => byPath.get(id) ?? []);
  });
}

/** Versions by id; nothing for the hidden. */
export function createVersionLoader(
  actor: Actor,
  paths: Repositories['paths'],
): DataLoader<PathVersionId, PathVersion | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await paths.listVersions(actor, ids)).map((version) => [version.id, version]));
    return ids.map((id) => byId.get(id));
  });
}

/** The steps of visible versions, in order. */
export function createStepsLoader(
  actor: Actor,
  paths: Repositories['paths'],
): DataLoader<PathVersionId, readonly Step[]> {
  return new DataLoader(async (ids) => {
    const byVersion = Map.groupBy(await paths.listSteps(actor, ids), (step) => step.pathVersionId);
    return ids.map((id) => byVersion.get(id) ?? []);
  });
}

/** The paths that visible versions ask to be completed first, by title. */
export function createPrerequisitesLoader(
  actor: Actor,
  paths: Repositories['paths'],
): DataLoader<PathVersionId, readonly PathId[]> {
  return new DataLoader(async (ids) => {
    const byVersion = Map.groupBy(await paths.listPrerequisites(actor, ids), ({ versionId }) => versionId);
    return ids.map((id) => (byVersion.get(id) ?? []).map(({ pathId }) => pathId));
  });
}
