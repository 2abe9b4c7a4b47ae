/*
 * A resource: a guide, notes, a past paper, a template, a video, a link or a file that one member shares with all.
 * Life: drafted by its author, reviewed by somebody else, published, revised the same way, held back when it is
 * reported, retired (machine L). Owner: learning.
 */
import {
  defineLifecycle,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { checkContent, contentOf, type ResourceContent } from './content.js';

/** The id of a resource. */
export type ResourceId = Id<'Resource'>;

/** Where a resource stands. */
export type ResourceStatus = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'HELD' | 'RETIRED';

/** How far the version in work is. */
export type WorkStatus = 'DRAFT' | 'IN_REVIEW';

/**
 * A resource as stored: with the content of the version that is shown, or, before the first one is published, of the one in
 * work. `reviewerId` is whoever published what is shown.
 */
export type Resource = ResourceContent & {
  readonly id: ResourceId;
  readonly authorId: Id<'Member'>;
  readonly status: ResourceStatus;
  /** The version in work; nothing when none is. */
  readonly work: WorkStatus | undefined;
  /** The number of the version whose content this is. */
  readonly number: number;
  readonly reviewerId: Id<'Member'> | undefined;
  /** When it came into the library. */
  readonly publishedAt: Date | undefined;
  /** When a later version took the place of the first. */
  readonly revisedAt: Date | undefined;
  /** Since when it waits for a reviewer because of reports or a hold. */
  readonly flaggedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a resource. */
export type ResourceAction =
  | 'EDIT'
  | 'SUBMIT'
  | 'SEND_BACK'
  | 'PUBLISH'
  | 'RETIRE'
  | 'REVISE'
  | 'DISCARD_REVISION'
  | 'HOLD'
  | 'RESTORE'
  | 'RATE'
  | 'REPORT';

const isWritten = ({ work }: Resource): boolean => work === 'DRAFT';
const isReviewed = ({ work }: Resource): boolean => work === 'IN_REVIEW';
const isOut: readonly ResourceStatus[] = ['PUBLISHED', 'HELD'];

/**
 * The life of a resource (machine L). What is written, submitted and reviewed is its version in work; a published resource
 * stays as it is meanwhile, and becomes the new version when somebody else than its author publishes it.
 */
export const resourceLifecycle = defineLifecycle<Resource, ResourceStatus, ResourceAction>(
  {
    name: 'Resource',
    initial: ['DRAFT'],
    states: ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'HELD', 'RETIRED'],
    transitions: {
      EDIT: { from: ['DRAFT', ...isOut], to: ['DRAFT', ...isOut], guard: isWritten },
      SUBMIT: { from: ['DRAFT', ...isOut], to: ['IN_REVIEW', ...isOut], guard: isWritten },
      SEND_BACK: { from: ['IN_REVIEW', ...isOut], to: ['DRAFT', ...isOut], guard: isReviewed },
      PUBLISH: { from: ['IN_REVIEW', 'PUBLISHED'], to: ['PUBLISHED'], guard: isReviewed },
      RETIRE: { from: isOut, to: ['RETIRED'] },
      REVISE: { from: isOut, to: isOut, guard: ({ work }) => work === undefined },
      DISCARD_REVISION: { from: isOut, to: isOut, guard: isWritten },
      HOLD: { from: ['PUBLISHED'], to: ['HELD'] },
      RESTORE: { from: isOut, to: ['PUBLISHED'], guard: ({ flaggedAt }) => flaggedAt !== undefined },
      RATE: { from: ['PUBLISHED'], to: ['PUBLISHED'] },
      REPORT: { from: ['PUBLISHED'], to: ['PUBLISHED'] },
    },
  },
  (resource) => resource.status,
);

/** Makes a resource in its first state. */
export function draftResource(
  content: ResourceContent,
  id: ResourceId,
  authorId: Id<'Member'>,
): Result<Resource, ValidationError> {
  const checked = checkContent(content);
  if (!checked.ok) return checked;
  return ok({
    ...checked.value,
    id,
    authorId,
    status: 'DRAFT',
    work: 'DRAFT',
    number: 1,
    reviewerId: undefined,
    publishedAt: undefined,
    revisedAt: undefined,
    flaggedAt: undefined,
    version: 1,
  });
}

/** Whether its first version was published. */
export function wasPublished({ publishedAt }: Resource): boolean {
  return publishedAt !== undefined;
}

/** Moves the version in work; the resource moves with it until its first version is published. */
export function moveWork(
  resource: Resource,
  action: 'SUBMIT' | 'SEND_BACK',
  now: Date,
): Result<Resource & { readonly work: WorkStatus }, IllegalTransitionError> {
  const work = action === 'SUBMIT' ? 'IN_REVIEW' : 'DRAFT';
  const status = resourceLifecycle.next(action, resource, now, wasPublished(resource) ? resource.status : work);
  return status.ok ? ok({ ...resource, status: status.value, work }) : status;
}

/** Shows a reviewed version. */
export function showVersion(
  resource: Resource,
  shown: ResourceContent & { readonly number: number },
  { reviewerId, now }: { readonly reviewerId: Id<'Member'>; readonly now: Date },
): Result<Resource & { readonly publishedAt: Date }, IllegalTransitionError> {
  const status = resourceLifecycle.next('PUBLISH', resource, now);
  if (!status.ok) return status;
  return ok({
    ...resource,
    ...contentOf(shown),
    status: status.value,
    number: shown.number,
    work: undefined,
    reviewerId,
    publishedAt: resource.publishedAt ?? now,
    revisedAt: wasPublished(resource) ? now : undefined,
  });
}

/** Opens or drops a new version of what is shown. */
export function changeRevision(
  resource: Resource,
  action: 'REVISE' | 'DISCARD_REVISION',
  now: Date,
): Result<Resource, IllegalTransitionError> {
  const status = resourceLifecycle.next(action, resource, now, resource.status);
  return status.ok ? ok({ ...resource, work: action === 'REVISE' ? 'DRAFT' : undefined }) : status;
}

/** Holds a resource back, shows it again, or takes it out of the library with whatever is in work. */
export function changeResourceStatus(
  resource: Resource,
  action: 'HOLD' | 'RESTORE' | 'RETIRE',
  now: Date,
): Result<Resource, IllegalTransitionError> {
  const status = resourceLifecycle.next(action, resource, now);
  if (!status.ok) return status;
  const work = action === 'RETIRE' ? undefined : resource.work;
  const flaggedAt = action === 'HOLD' ? (resource.flaggedAt ?? now) : undefined;
  return ok({ ...resource, status: status.value, work, flaggedAt });
}
