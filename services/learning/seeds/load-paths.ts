import { demoPrerequisites, type DemoLearningPath } from '@guildhall/demo';
import { addJobs, insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Journey } from '../src/enrolment/enrolment.js';
import { nextReach } from '../src/enrolment/settle.js';
import { reachStepTask } from '../src/enrolment/use-cases/announce-progress.js';
import type { PathVersion } from '../src/path/path.js';
import type { Step } from '../src/path/step.js';
import type { Evidence } from '../src/record/evidence.js';

/** A step as a row. */
export function stepRow(step: Step): Row {
  const { id, pathVersionId, position, title, kind, guidance, rubric, requires, key } = step;
  return {
    id,
    path_version_id: pathVersionId,
    position,
    title,
    kind,
    resource_id: step.resourceId,
    activity_kind: step.activityKind,
    days_required: step.daysRequired,
    hours_required: step.hoursRequired,
    guidance,
    rubric,
    requires,
    key,
  };
}

/** Loads what versions ask to be completed first, while they are drafts still. */
export async function loadPrerequisites(
  manager: EntityManager,
  paths: readonly DemoLearningPath[],
  versions: readonly PathVersion[],
): Promise<void> {
  const bySlug = new Map(paths.map(({ slug, id }) => [slug, id]));
  const rows = Object.entries(demoPrerequisites).flatMap(([slug, asked]) =>
    versions
      .filter(({ pathId }) => pathId === bySlug.get(slug))
      .map(({ id, pathId }) => ({ path_version_id: id, of_path_id: pathId, path_id: bySlug.get(asked) })),
  );
  await insertRows(manager, 'path_prerequisite', rows);
}

/** Plans the jobs that settle demo journeys at the instant at which time alone passes one of their steps. */
export async function loadReachJobs(
  manager: EntityManager,
  journeys: readonly Journey[],
  { evidence, anchor }: { readonly evidence: readonly Evidence[]; readonly anchor: Date },
): Promise<void> {
  const records = Map.groupBy(evidence, ({ memberId }) => memberId);
  await addJobs(
    manager,
    journeys.flatMap((journey) => {
      const { id, memberId } = journey.enrolment;
      const runAt = nextReach(journey, records.get(memberId) ?? [], anchor);
      return runAt === undefined
        ? []
        : [{ task: reachStepTask, payload: { memberId }, runAt, key: `${reachStepTask}:${id}` }];
    }),
  );
}
