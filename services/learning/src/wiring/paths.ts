import { toId, type Actor } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Deps, Repositories } from '../deps.js';
import { reachStepTask } from '../enrolment/use-cases/announce-progress.js';
import { reachStep } from '../enrolment/use-cases/reach-step.js';
import { createDealtLoader, createMissingLoader, createReflectionsLoader } from '../enrolment/enrolment.loaders.js';
import { createPrerequisitesLoader } from '../path/path.loaders.js';
import { createReflectionRepository, type ReflectionRepository } from '../enrolment/reflection.repository.js';

/** The repositories of what members write on a path. */
export type PathRepositories = { readonly reflections: ReflectionRepository };

/** These repositories over one connection or transaction. */
export function createPathRepositories(manager: EntityManager): PathRepositories {
  return { reflections: createReflectionRepository(manager) };
}

/** The loaders of what paths ask for first, and of what members wrote and did, for one request. */
export function createPathLoaders(request: { readonly actor: Actor; readonly now: Date }, repositories: Repositories) {
  const { actor } = request;
  return {
    prerequisitesOf: createPrerequisitesLoader(actor, repositories.paths),
    missingFor: createMissingLoader(actor, repositories.enrolments),
    reflectionsOf: createReflectionsLoader(actor, repositories.reflections),
    dealtOf: createDealtLoader(request, repositories),
  };
}

const memberPayload = z.object({ memberId: z.string() });

/** What time alone decides about paths, made as the platform. */
export function createPathTasks(deps: Pick<Deps, 'transaction' | 'clock'>): Readonly<Record<string, Task>> {
  return {
    [reachStepTask]: async (payload, at) => {
      requireDone(await reachStep(deps, { memberId: toId(memberPayload.parse(payload).memberId), at }));
    },
  };
}
