import { memberOf, type Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { PathId, PathVersionId } from '../path/path.js';
import type { StepId } from '../path/step.js';
import { dealEvidence, type Dealt } from './deal-evidence.js';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import type { Reflection } from './reflection.js';
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

/** What versions ask the viewer to complete first and they have not; all of it for whoever is no member. */
export function createMissingLoader(
  actor: Actor,
  enrolments: Repositories['enrolments'],
): DataLoader<PathVersionId, readonly PathId[]> {
  return new DataLoader(async (ids) => {
    const byVersion = Map.groupBy(await enrolments.listMissing(memberOf(actor), ids), ({ versionId }) => versionId);
    return ids.map((id) => (byVersion.get(id) ?? []).map(({ pathId }) => pathId));
  });
}

/** The reflections of the viewer's own enrolments. */
export function createReflectionsLoader(
  actor: Actor,
  reflections: Repositories['reflections'],
): DataLoader<EnrolmentId, readonly Reflection[]> {
  return new DataLoader(async (ids) => {
    const byEnrolment = Map.groupBy(await reflections.listOf(actor, ids), ({ enrolmentId }) => enrolmentId);
    return ids.map((id) => byEnrolment.get(id) ?? []);
  });
}

/** What the record of their member gives to the steps of enrolments; the record is read once for each member. */
export function createDealtLoader(
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  { enrolments, records }: Pick<Repositories, 'enrolments' | 'records'>,
): DataLoader<Enrolment, ReadonlyMap<StepId, Dealt>, EnrolmentId> {
  return new DataLoader(
    async (list) => {
      const memberIds = [...new Set(list.map(({ memberId }) => memberId))];
      const standing = await Promise.all(memberIds.map((memberId) => records.listStanding(actor, memberId)));
      const byMember = new Map(memberIds.map((memberId, index) => [memberId, standing[index] ?? []]));
      const journeys = await enrolments.listJourneys(list);
      return journeys.map(({ enrolment, steps }) => dealEvidence(steps, byMember.get(enrolment.memberId) ?? [], now));
    },
    { cacheKeyFn: ({ id }) => id },
  );
}
