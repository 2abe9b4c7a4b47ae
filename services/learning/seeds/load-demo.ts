import {
  constituencyId,
  constituencyOf,
  demoGuidance,
  demoMembers,
  demoRubric,
  planDemoUnion,
  type DemoLearningPath,
  type DemoUnion,
} from '@guildhall/demo';
import type { EntityManager } from 'typeorm';
import { toId } from '@guildhall/kernel';
import { expiresAt, isLiving } from '../src/enrolment/enrolment.js';
import { writtenProgress } from '../src/enrolment/progress-rows.js';
import { demoJourneys, type PlannedVersion } from './demo-journeys.js';
import { demoSteps, evidenceOf, loadRecord } from './demo-record.js';
import { demoFacts, loadSkills } from './load-record.js';
import { loadCredentials } from './load-credentials.js';
import { loadHandovers } from './load-handovers.js';
import { loadLibrary } from './load-library.js';
import { loadPeerReviews } from './load-peer-reviews.js';
import { loadPrerequisites, loadReachJobs, stepRow } from './load-paths.js';
import { loadQuizzes } from './load-quizzes.js';
import { loadStudy } from './load-study.js';
import { addJobs, insertRows, type Row, type SeedOptions } from '@guildhall/subgraph';

const dayMs = 86_400_000;

/**
 * Loads what the labelled demo union learns: resources, paths, enrolments and the attendance that passes their steps, with
 * this service's copy of who may do what and the jobs that end what runs out.
 */
export async function loadDemoUnion(manager: EntityManager, options: SeedOptions): Promise<void> {
  const { anchor, size, onProgress } = options;
  const union = planDemoUnion({ anchor, size });
  onProgress(`Loading who may do what in learning for ${union.members.length} demo members.`);
  await loadActors(manager, union);
  onProgress(`Loading ${union.resources.length} resources and ${union.learningPaths.length} learning paths.`);
  await loadLibrary(manager, union, options);
  await loadHandovers(manager, union, anchor);
  const versions = await loadPaths(manager, union.learningPaths, anchor);
  onProgress(`Loading ${union.enrolments.length} enrolments and what their members' records show.`);
  await loadEnrolments(manager, union, { versions, anchor, size });
  await loadPeerReviews(manager, union, { versions, anchor });
  await loadQuizzes(manager, anchor);
  await loadStudy(manager, union, { anchor, size, onProgress });
  await loadSkills(manager, anchor);
  await loadCredentials(manager, union, { anchor, size, onProgress });
}

async function loadActors(
  manager: EntityManager,
  { members, groupMemberships, positions, mandates, appointments }: DemoUnion,
): Promise<void> {
  await insertRows(
    manager,
    'actor_member',
    members.map(({ id, subject, status }) => ({ member_id: id, subject, is_active: status === 'ACTIVE' })),
  );
  await insertRows(
    manager,
    'actor_constituency',
    members.map((member) => ({ member_id: member.id, constituency_id: constituencyId(constituencyOf(member)) })),
  );
  const active = groupMemberships.filter(({ status }) => status === 'ACTIVE');
  await insertRows(
    manager,
    'actor_group_membership',
    active.map(({ memberId, groupId }) => ({ member_id: memberId, group_id: groupId })),
  );
  const positionById = new Map(positions.map((position) => [position.id, position]));
  const held = mandates.map(({ id, memberId, positionId, from, to, endedAt }) => {
    const position = positionById.get(positionId);
    return {
      mandate_id: id,
      member_id: memberId,
      group_id: position?.groupId,
      kind: position?.kind,
      constituency_id: position?.constituency === undefined ? null : constituencyId(position.constituency),
      starts_at: from,
      ends_at: endedAt ?? to,
    };
  });
  await insertRows(manager, 'actor_mandate', held);
  const given = appointments.map(({ id, subject, role, from, to, endedAt }) => ({
    appointment_id: id,
    subject,
    role,
    starts_at: from,
    ends_at: endedAt ?? to,
  }));
  await insertRows(manager, 'actor_appointment', given);
}

/** Round by round of versions, because a path has one version in work at a time and only a draft takes steps. */
async function loadPaths(
  manager: EntityManager,
  paths: readonly DemoLearningPath[],
  anchor: Date,
): Promise<ReadonlyMap<string, PlannedVersion>> {
  await insertRows(
    manager,
    'learning_path',
    paths.map(({ id, slug, title, summary }) => ({ id, slug, title, summary })),
  );
  const planned = paths.flatMap((path) => path.versions.map((version) => plannedVersion(path, version, anchor)));
  for (const [, round] of [...Map.groupBy(planned, ({ version }) => version.number)].sort(
    ([one], [other]) => one - other,
  )) {
    await insertRows(
      manager,
      'path_version',
      round.map(({ version }) => draftRow(version)),
    );
    await insertRows(
      manager,
      'path_step',
      round.flatMap(({ steps }) => steps.map(stepRow)),
    );
    await loadPrerequisites(
      manager,
      paths,
      round.map(({ version }) => version),
    );
    await manager.query(
      `update path_version v set status = r.status, reviewer_id = r.reviewer_id, published_at = r.published_at
       from jsonb_to_recordset($1::jsonb) as r(id uuid, status text, reviewer_id uuid, published_at timestamptz) where r.id = v.id`,
      [
        JSON.stringify(
          round.map(({ version: { id, status, reviewerId, publishedAt } }) => ({
            id,
            status,
            reviewer_id: reviewerId,
            published_at: publishedAt,
          })),
        ),
      ],
    );
  }
  return new Map(planned.map((one) => [one.version.id, one]));
}

/** Uma writes and Rosa reviews; first versions are two years old, second ones a little more than one. */
function plannedVersion(
  { versions: [first] }: DemoLearningPath,
  { id, pathId, version: number, status, steps }: DemoLearningPath['versions'][number],
  anchor: Date,
): PlannedVersion {
  const isOut = status === 'PUBLISHED' || status === 'RETIRED';
  const publishedAt = isOut ? new Date(anchor.getTime() - (number === 1 ? 730 : 400) * dayMs) : undefined;
  const reviewerId = isOut ? demoMembers.rosa.memberId : undefined;
  return {
    version: { id, pathId, number, status, authorId: demoMembers.uma.memberId, reviewerId, publishedAt, version: 1 },
    steps: steps.map((step, index) => ({
      ...step,
      // Later versions carry the steps of the first one on, each at its place.
      key: toId(first?.steps[index]?.id ?? step.id),
      requires: index === 0 ? [] : [index],
      guidance: step.kind === 'PEER_REVIEW' ? demoGuidance : undefined,
      rubric: step.kind === 'PEER_REVIEW' ? demoRubric : [],
      pathVersionId: id,
      resourceId: step.resourceId,
      activityKind: step.activityKind,
      daysRequired: step.daysRequired,
      hoursRequired: step.hoursRequired,
    })),
  };
}

function draftRow({ id, pathId, number, authorId, version }: PlannedVersion['version']): Row {
  return { id, path_id: pathId, number, status: 'DRAFT', author_id: authorId, version };
}

async function loadEnrolments(
  manager: EntityManager,
  union: DemoUnion,
  {
    versions,
    anchor,
    size,
  }: Pick<SeedOptions, 'anchor' | 'size'> & { readonly versions: ReadonlyMap<string, PlannedVersion> },
): Promise<void> {
  const facts = demoFacts(union, { anchor, size });
  const evidence = evidenceOf(facts);
  const journeys = demoJourneys(union, { versions, evidence, anchor });
  await loadRecord(manager, [...facts, ...demoSteps(journeys)], anchor);
  const enrolments = journeys.map(
    ({ enrolment: { id, memberId, pathId, pathVersionId, status, enrolledAt, completedAt, version } }) => ({
      id,
      member_id: memberId,
      path_id: pathId,
      path_version_id: pathVersionId,
      status,
      enrolled_at: enrolledAt,
      completed_at: completedAt,
      version,
    }),
  );
  await insertRows(manager, 'enrolment', enrolments);
  const progress = journeys.flatMap(({ steps }) => steps.map(writtenProgress));
  await insertRows(manager, 'step_progress', progress);
  await loadReachJobs(manager, journeys, { evidence, anchor });
  const living = journeys.filter(({ enrolment }) => isLiving(enrolment));
  await addJobs(
    manager,
    living.map(({ enrolment: { id, enrolledAt } }) => ({
      task: 'expire-enrolment',
      payload: { enrolmentId: id },
      runAt: expiresAt(enrolledAt),
      key: `expire-enrolment:${id}`,
    })),
  );
}
