import { toId, type Actor } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { createDrawRepository, type DrawRepository } from '../fair-start/draw.repository.js';
import { createFairStartLoaders } from '../fair-start/fair-start.loaders.js';
import { createFairStartRepository, type FairStartRepository } from '../fair-start/fair-start.repository.js';
import { drawPlaces, drawTask } from '../fair-start/use-cases/draw-places.js';
import { enterDraw } from '../fair-start/use-cases/enter-draw.js';
import { joinParty } from '../fair-start/use-cases/join-party.js';
import { leaveDraw } from '../fair-start/use-cases/leave-draw.js';
import { planFairStart } from '../fair-start/use-cases/plan-fair-start.js';

/** The repositories of fair starts. */
export type DrawingRepositories = { readonly fairStarts: FairStartRepository; readonly draws: DrawRepository };

/** These repositories over one connection or transaction. */
export function createDrawingRepositories(manager: EntityManager): DrawingRepositories {
  return { fairStarts: createFairStartRepository(manager), draws: createDrawRepository(manager) };
}

/** The loaders of fair starts, for one request. */
export function createDrawingLoaders(actor: Actor, { fairStarts }: DrawingRepositories) {
  return createFairStartLoaders(actor, fairStarts);
}

/** The mutations of fair starts. */
export const drawingUseCases = { enterDraw, joinParty, leaveDraw, planFairStart };

const payloadSchema = z.object({ activityId: z.string() });

/** The draws, made as the platform at the instant at which entry closed. */
export function createDrawingTasks(deps: Pick<Deps, 'transaction'>): Readonly<Record<string, Task>> {
  return {
    [drawTask]: async (payload, at) => {
      requireDone(await drawPlaces(deps, { activityId: toId(payloadSchema.parse(payload).activityId), at }));
    },
  };
}
