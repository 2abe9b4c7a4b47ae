/*
 * A resource: a guide, notes, a past paper, a template, a video or a link that one member shares with all.
 * Life: drafted by its author, reviewed by somebody else, published, retired (machine L). Owner: learning.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';

/** The id of a resource. */
export type ResourceId = Id<'Resource'>;

/** What a resource is. */
export type ResourceKind = 'GUIDE' | 'NOTES' | 'PAST_PAPER' | 'TEMPLATE' | 'VIDEO' | 'LINK';

/** Where a resource stands. */
export type ResourceStatus = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'RETIRED';

/** The terms under which others may use it; open ones only. */
export type Licence = 'CC_BY_4_0' | 'CC_BY_SA_4_0' | 'CC0_1_0';

/** What an author writes. */
export type ResourceContent = {
  readonly title: string;
  readonly summary: string;
  /** Plain text; empty lines part paragraphs. */
  readonly body: string;
  readonly kind: ResourceKind;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly subject: string;
  readonly licence: Licence;
};

/** A resource as stored. `reviewerId` is whoever published it. */
export type Resource = ResourceContent & {
  readonly id: ResourceId;
  readonly authorId: Id<'Member'>;
  readonly status: ResourceStatus;
  readonly reviewerId: Id<'Member'> | undefined;
  readonly publishedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a resource. */
export type ResourceAction = 'EDIT' | 'SUBMIT' | 'SEND_BACK' | 'PUBLISH' | 'RETIRE';

/** The life of a resource. */
export const resourceLifecycle = defineLifecycle<Resource, ResourceStatus, ResourceAction>(
  {
    name: 'Resource',
    initial: ['DRAFT'],
    states: ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED'],
    transitions: {
      EDIT: { from: ['DRAFT'], to: ['DRAFT'] },
      SUBMIT: { from: ['DRAFT'], to: ['IN_REVIEW'] },
      SEND_BACK: { from: ['IN_REVIEW'], to: ['DRAFT'] },
      PUBLISH: { from: ['IN_REVIEW'], to: ['PUBLISHED'] },
      RETIRE: { from: ['PUBLISHED'], to: ['RETIRED'] },
    },
  },
  (resource) => resource.status,
);

/** The longest body in characters: places in a search document are counted up to 16,383. */
const bodyMax = 15_000;

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Checks what an author wrote and trims it. */
export function checkContent(content: ResourceContent): Result<ResourceContent, ValidationError> {
  const { kind, language, licence } = content;
  const title = content.title.trim();
  const summary = content.summary.trim();
  const body = content.body.trim();
  const subject = content.subject.trim();
  return new FieldChecks()
    .text('title', title, { min: 3, max: 120 })
    .text('summary', summary, { min: 10, max: 500 })
    .text('body', body, { max: bodyMax })
    .text('subject', subject, { min: 2, max: 80 })
    .that(languageTag.test(language), 'language', 'BAD_FORMAT', 'Use a language tag such as en or zh-Hans.')
    .finish({ title, summary, body, kind, language, subject, licence });
}

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
    reviewerId: undefined,
    publishedAt: undefined,
    version: 1,
  });
}

/** Replaces what is written in a draft. */
export function editResource(
  resource: Resource,
  content: ResourceContent,
  now: Date,
): Result<Resource, ValidationError | IllegalTransitionError> {
  const status = resourceLifecycle.next('EDIT', resource, now);
  if (!status.ok) return status;
  const checked = checkContent(content);
  return checked.ok ? ok({ ...resource, ...checked.value }) : checked;
}

/** Moves a resource along its life. */
export function changeResourceStatus(
  resource: Resource,
  action: 'SUBMIT' | 'SEND_BACK' | 'RETIRE',
  now: Date,
): Result<Resource, IllegalTransitionError> {
  const status = resourceLifecycle.next(action, resource, now);
  return status.ok ? ok({ ...resource, status: status.value }) : status;
}

/** Publishes a reviewed resource. */
export function publishResource(
  resource: Resource,
  reviewerId: Id<'Member'>,
  now: Date,
): Result<Resource, IllegalTransitionError> {
  const status = resourceLifecycle.next('PUBLISH', resource, now);
  return status.ok ? ok({ ...resource, status: status.value, reviewerId, publishedAt: now }) : status;
}
