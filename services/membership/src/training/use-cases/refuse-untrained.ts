import { err, ok, type Result } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { Mandate, Position } from '../../group/mandate.js';
import { trainingMissing, type TrainingMissingError } from '../training.js';
import { findMissing } from './find-missing.js';

/** Who is to hold which position from when. */
type Giving = Pick<Mandate, 'memberId' | 'startsAt'> & { readonly position: Position; readonly now: Date };

/**
 * Refuses a mandate that would begin now when its holder lacks what the position asks for. The caller has made sure that
 * the giver is responsible for the person: what somebody lacks is not everybody's to know.
 */
export async function refuseUntrained(
  unit: Pick<Repositories, 'trainings'>,
  { position: { id }, memberId, startsAt, now }: Giving,
): Promise<Result<undefined, TrainingMissingError>> {
  if (startsAt > now) return ok(undefined);
  const missing = await findMissing(unit, memberId, (await unit.trainings.listAsked([id])).get(id) ?? []);
  return missing.length === 0 ? ok(undefined) : err(trainingMissing(missing));
}
