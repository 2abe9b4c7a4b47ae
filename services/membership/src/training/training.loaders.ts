import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { MandateId, PositionId } from '../group/mandate.js';
import type { Holding, MandateTraining, PathId } from './training.js';

type Trainings = Pick<Repositories, 'trainings'>['trainings'];

/** What positions ask for now. */
export function createAskedLoader(trainings: Trainings): DataLoader<PositionId, readonly PathId[]> {
  return new DataLoader(async (ids) => {
    const asked = await trainings.listAsked(ids);
    return ids.map((id) => asked.get(id) ?? []);
  });
}

/** What positions ask for besides what the union does. */
export function createOwnTrainingLoader(trainings: Trainings): DataLoader<PositionId, PathId | undefined> {
  return new DataLoader(async (ids) => {
    const own = await trainings.listOwn(ids);
    return ids.map((id) => own.get(id));
  });
}

/** What mandates asked for when they were given. */
export function createMandateTrainingLoader(trainings: Trainings): DataLoader<MandateId, MandateTraining | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await trainings.listOfMandates(ids)).map((training) => [training.mandateId, training]));
    return ids.map((id) => byId.get(id));
  });
}

/** The mandates of positions that wait for training. */
export function createWaitingLoader(trainings: Trainings, now: Date): DataLoader<PositionId, readonly MandateId[]> {
  return new DataLoader(async (ids) => {
    const waiting = Map.groupBy(await trainings.listWaitingOf(ids, now), ({ positionId }) => positionId);
    return ids.map((id) => (waiting.get(id) ?? []).map(({ mandateId }) => mandateId));
  });
}

const pairOf = ({ memberId, pathId }: Holding): string => `${memberId}:${pathId}`;

/** Whether somebody holds the training of a path. */
export function createHeldLoader(trainings: Trainings): DataLoader<Holding, boolean, string> {
  return new DataLoader(
    async (pairs) => {
      const held = new Set((await trainings.listHeld(pairs)).map(pairOf));
      return pairs.map((pair) => held.has(pairOf(pair)));
    },
    { cacheKeyFn: pairOf },
  );
}
