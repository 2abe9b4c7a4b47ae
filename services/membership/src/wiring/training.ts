import { createOutbox, type EventHandlers } from '@guildhall/events';
import { toId, type Actor } from '@guildhall/kernel';
import { requireDone, type ServiceKit, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Deps, Repositories } from '../deps.js';
import { createMandateByIdLoader } from '../group/group.loaders.js';
import type { MandateRepository } from '../group/mandate.repository.js';
import {
  createAskedLoader,
  createHeldLoader,
  createMandateTrainingLoader,
  createOwnTrainingLoader,
  createWaitingLoader,
} from '../training/training.loaders.js';
import { createTrainingRepository, type TrainingRepository } from '../training/training.repository.js';
import { applyTraining } from '../training/use-cases/apply-training.js';
import { beginMandate } from '../training/use-cases/begin-mandate.js';
import { decideTrainingRule } from '../training/use-cases/decide-training-rule.js';
import { remindTraining } from '../training/use-cases/remind-training.js';
import { requirePositionTraining } from '../training/use-cases/require-position-training.js';

/** The repositories of training that offices ask for. */
export type TrainingRepositories = { readonly trainings: TrainingRepository };

/** These repositories over one connection or transaction. */
export function createTrainingRepositories(manager: EntityManager): TrainingRepositories {
  return { trainings: createTrainingRepository(manager) };
}

/** The loaders of training, for one request. */
export function createTrainingLoaders(
  actor: Actor,
  now: Date,
  { trainings, mandates }: TrainingRepositories & { readonly mandates: MandateRepository },
) {
  return {
    askedTraining: createAskedLoader(trainings),
    ownTraining: createOwnTrainingLoader(trainings),
    mandateTrainings: createMandateTrainingLoader(trainings),
    waitingIn: createWaitingLoader(trainings, now),
    heldTraining: createHeldLoader(trainings),
    mandatesById: createMandateByIdLoader(actor, mandates),
  };
}

/** The mutations about training. */
export const trainingUseCases = { decideTrainingRule, requirePositionTraining };

/** What membership does when learning tells who holds which training. */
export function createTrainingHandlers(
  { clock, ids }: ServiceKit,
  repositories: (manager: EntityManager) => Repositories,
): EventHandlers {
  const apply = (
    manager: EntityManager,
    data: { readonly trainingId: string; readonly memberId: string; readonly pathId: string },
    heldAt: string | undefined,
  ): Promise<void> =>
    applyTraining(
      { ...repositories(manager), outbox: createOutbox(manager, clock, ids) },
      {
        trainingId: toId(data.trainingId),
        memberId: toId(data.memberId),
        pathId: toId(data.pathId),
        heldAt: heldAt === undefined ? undefined : new Date(heldAt),
      },
      clock.now(),
    );
  return {
    TrainingHeld: (manager, { data }) => apply(manager, data, data.heldAt),
    TrainingLapsed: (manager, { data }) => apply(manager, data, undefined),
  };
}

const mandatePayload = z.object({ mandateId: z.string() });

/** The timed decisions about training, made as the platform. */
export function createTrainingTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    'begin-mandate': async (payload) => {
      requireDone(await beginMandate(deps, { mandateId: toId(mandatePayload.parse(payload).mandateId) }));
    },
    'remind-training': async (payload) => {
      requireDone(await remindTraining(deps, { mandateId: toId(mandatePayload.parse(payload).mandateId) }));
    },
  };
}
