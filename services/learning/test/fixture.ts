import { randomBytes, randomUUID } from 'node:crypto';
import type { EventType, ReceivedEvent } from '@guildhall/events';
import { createIdSource, toId, type Id, type PositionKind, type StaffRole } from '@guildhall/kernel';
import type { TestService } from '@guildhall/testing';
import { createRepositories, learning } from '../src/app.js';
import type { LearningPath, PathVersion, PathVersionStatus } from '../src/path/path.js';
import type { Step, StepDraft } from '../src/path/step.js';
import { placeSteps } from '../src/path/version-draft.js';
import { beginVersion } from '../src/resource-version/resource-version.js';
import type { Resource, ResourceStatus } from '../src/resource/resource.js';

export { learning };

/** The source of ids of all fixtures. */
export const ids = createIdSource(
  () => Date.now(),
  (count) => randomBytes(count),
);
/** An id that nothing has. */
export const missingId = '018f0000-0000-7000-8000-000000000000';

const start = new Date('2026-09-01T09:00:00.000Z');
const later = new Date('2027-07-01T09:00:00.000Z');

/** A member as the fixture knows one. */
export type TestMember = { readonly id: Id<'Member'>; readonly subject: string };

/** A path with one version and its steps. */
export type TestPath = { readonly path: LearningPath; readonly version: PathVersion; readonly steps: readonly Step[] };

/** A step of a kind, with what the kind requires except a resource. */
export function stepDraft(kind: StepDraft['kind'], changes: Partial<StepDraft> = {}): StepDraft {
  return {
    title: `A step to ${kind.toLowerCase()}`,
    kind,
    resourceId: undefined,
    activityKind: kind === 'ATTEND' ? 'TRAINING' : undefined,
    daysRequired: kind === 'HOLD_MANDATE' ? 30 : undefined,
    hoursRequired: kind === 'VERIFIED_HOURS' ? 20 : undefined,
    guidance: undefined,
    rubric: [],
    requires: undefined,
    key: undefined,
    ...changes,
  };
}

/** Writes the rows a test starts from. */
export class Fixture {
  constructor(private readonly test: TestService) {}

  /** An active member whose sign-in subject is `subject`. */
  async member(subject: string, isActive = true): Promise<TestMember> {
    const id = ids.ordered<'Member'>();
    await this.test.dataSource.query('insert into actor_member (member_id, subject, is_active) values ($1, $2, $3)', [
      id,
      subject,
      isActive,
    ]);
    return { id, subject };
  }

  /** A mandate in force through the academic year. */
  async mandate(member: TestMember, kind: PositionKind): Promise<void> {
    await this.test.dataSource.query(
      'insert into actor_mandate (mandate_id, member_id, kind, starts_at, ends_at) values ($1, $2, $3, $4, $5)',
      [ids.ordered(), member.id, kind, start, later],
    );
  }

  /** A staff appointment in force through the academic year. */
  async appointment(subject: string, role: StaffRole): Promise<void> {
    await this.test.dataSource.query(
      'insert into actor_appointment (appointment_id, subject, role, starts_at, ends_at) values ($1, $2, $3, $4, $5)',
      [ids.ordered(), subject, role, start, later],
    );
  }

  /** A resource by `author`, published unless told otherwise. */
  async resource(author: TestMember, changes: Partial<Resource> = {}): Promise<Resource> {
    const status: ResourceStatus = changes.status ?? 'PUBLISHED';
    const work = status === 'DRAFT' || status === 'IN_REVIEW' ? status : undefined;
    const repositories = createRepositories(this.test.dataSource.manager);
    const resource = await repositories.resources.add({
      id: ids.ordered(),
      title: 'A guide',
      summary: 'What it says in short.',
      body: 'All of it.',
      kind: 'GUIDE',
      language: 'en',
      subject: 'Study',
      licence: 'CC_BY_4_0',
      address: undefined,
      tags: [],
      courseIds: [],
      fileId: undefined,
      authorId: author.id,
      status,
      work,
      number: 1,
      reviewerId: undefined,
      publishedAt: work === undefined ? start : undefined,
      revisedAt: undefined,
      flaggedAt: status === 'HELD' ? start : undefined,
      version: 1,
      ...changes,
    });
    await repositories.resourceVersions.add({
      ...beginVersion(resource, { id: ids.ordered(), number: 1, now: start }),
      status: work ?? 'PUBLISHED',
      submittedAt: work === 'IN_REVIEW' ? start : undefined,
      publishedAt: resource.publishedAt,
    });
    return resource;
  }

  /** A path with one version of these steps, published unless told otherwise. */
  async path(
    author: TestMember,
    drafts: readonly StepDraft[],
    { status = 'PUBLISHED', title = 'A path' }: { status?: PathVersionStatus; title?: string } = {},
  ): Promise<TestPath> {
    const { paths } = createRepositories(this.test.dataSource.manager);
    const path: LearningPath = {
      id: ids.ordered<'LearningPath'>(),
      slug: `path-${randomUUID()}`,
      title,
      summary: 'What it is for.',
    };
    await paths.addUnlessSlugTaken(path);
    const draft = await paths.addVersion({
      id: ids.ordered(),
      pathId: path.id,
      number: 1,
      status: 'DRAFT',
      authorId: author.id,
      reviewerId: undefined,
      publishedAt: undefined,
      version: 1,
    });
    const steps = placeSteps(drafts, draft.id, () => ids.ordered());
    await paths.replaceSteps(draft.id, steps);
    if (status === 'DRAFT') return { path, version: draft, steps };
    const isOut = status === 'PUBLISHED' || status === 'RETIRED';
    return {
      path,
      version: await paths.saveVersion({ ...draft, status, publishedAt: isOut ? start : undefined }),
      steps,
    };
  }
}

/** What one registration tells: attended at an instant, or its attendance voided. */
export type Told = { readonly attendedAt: string } | 'voided';

/** The events of one registration as activities would send them, numbered from 1. */
export function registrationEvents(
  memberId: Id<'Member'>,
  told: readonly Told[],
  activityKind = 'TRAINING',
): readonly ReceivedEvent[] {
  const facts = { registrationId: toId(randomUUID()), activityId: randomUUID(), memberId, activityKind };
  return told.map((one, index) => {
    const name: EventType = one === 'voided' ? 'AttendanceVoided' : 'AttendanceConfirmed';
    return {
      specversion: '1.0',
      id: randomUUID(),
      type: `guildhall.activities.${name}.v1`,
      source: 'activities',
      time: '2026-10-05T09:00:00.000Z',
      subject: facts.registrationId,
      aggregate: 'Registration',
      sequence: index + 1,
      datacontenttype: 'application/json',
      name,
      data: one === 'voided' ? facts : { ...facts, ...one },
    };
  });
}
