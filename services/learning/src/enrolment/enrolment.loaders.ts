import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { PathId } from '../path/path.js';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import type { StepProgress } from './step-progress.js';

/** The viewer's own living enrolments by path. */
export function createViewerEnrolmentLoader(
  actor: Actor,
  enrolments: Repositories['enrolments'],
): DataLoader<PathId, Enrolment | undefined> {
  return new DataLoader(async (ids) => {
    const byPath = new Map((await enrolments.listOwn(actor, ids)).map((enrolment) => [enrolment.pathId, enrolment]));
    return ids.map((id) => byPath.get(id));
  });
}

/** The progress on the steps of enrolments that were loaded already, in order. */
export function createProgressLoader(
  enrolments: Repositories['enrolments'],
): DataLoader<Enrolment, readonly StepProgress[], EnrolmentId> {
  return new DataLoader(async (list) => (await enrolments.listJourneys(list)).map(({ steps }) => steps), {
    cacheKeyFn: ({ id }) => id,
  });
}
