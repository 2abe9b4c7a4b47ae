import type { EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { requireDone, type ServiceKit, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { checkShiftTraining } from '../signup/use-cases/check-shift-training.js';
import { createHeldLoader } from '../training/training.loaders.js';
import { createTrainingRepository, type TrainingRepository } from '../training/training.repository.js';

/** The repositories of training that roles ask for. */
export type TrainingRepositories = { readonly trainings: TrainingRepository };

/** These repositories over one connection or transaction. */
export function createTrainingRepositories(manager: EntityManager): TrainingRepositories {
  return { trainings: createTrainingRepository(manager) };
}

/** The loaders of training, for one request. */
export function createTrainingLoaders({ trainings }: TrainingRepositories) {
  return { heldTraining: createHeldLoader(trainings) };
}

/** Learns from learning who holds which training. */
export function createTrainingHandlers({ clock }: Pick<ServiceKit, 'clock'>): EventHandlers {
  const note = (
    manager: EntityManager,
    data: { readonly trainingId: string; readonly memberId: string; readonly pathId: string },
    heldAt: string | undefined,
  ): Promise<void> =>
    createTrainingRepository(manager).note(
      {
        trainingId: toId(data.trainingId),
        memberId: toId(data.memberId),
        pathId: toId(data.pathId),
        heldAt: heldAt === undefined ? undefined : new Date(heldAt),
      },
      clock.now(),
    );
  return {
    TrainingHeld: (manager, { data }) => note(manager, data, data.heldAt),
    TrainingLapsed: (manager, { data }) => note(manager, data, undefined),
  };
}

const shiftPayload = z.object({ shiftId: z.string() });

/** The timed decisions about training, made as the platform. */
export function createTrainingTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    'check-shift-training': async (payload) => {
      requireDone(await checkShiftTraining(deps, { shiftId: toId(shiftPayload.parse(payload).shiftId) }));
    },
  };
}
