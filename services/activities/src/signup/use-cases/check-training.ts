import { err, ok, type LimitReachedError, type Result, type ValidationError } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { ShiftFacts } from '../../shift/shift.js';
import { trainingMissing, type TrainingMissingError } from '../../training/training.js';
import { checkNeeded, type PlaceRequest } from './take-place.js';

/** Whether somebody holds the training that a role asks for, where it asks for any. */
export async function checkTraining(
  { shifts, trainings }: Pick<Repositories, 'shifts' | 'trainings'>,
  { shift }: ShiftFacts,
  { roleId, memberId }: Pick<PlaceRequest, 'roleId' | 'memberId'>,
): Promise<Result<null, TrainingMissingError>> {
  const pathId = (await shifts.listRoles([shift.id])).get(shift.id)?.find(({ id }) => id === roleId)?.requiredPathId;
  if (pathId === undefined) return ok(null);
  const held = await trainings.listHeld([{ memberId, pathId }]);
  return held.length > 0 ? ok(null) : err(trainingMissing(pathId));
}

/** As `checkTraining`, and before it whether the role still needs somebody. Call it under the shift's lock. */
export async function checkRole(
  unit: Pick<Repositories, 'shifts' | 'trainings'>,
  facts: ShiftFacts,
  request: Pick<PlaceRequest, 'roleId' | 'memberId'>,
): Promise<Result<null, LimitReachedError | ValidationError | TrainingMissingError>> {
  const needed = await checkNeeded(unit, facts, request.roleId);
  return needed.ok ? checkTraining(unit, facts, request) : needed;
}
