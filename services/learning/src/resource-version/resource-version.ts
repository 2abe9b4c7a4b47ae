/*
 * A version of a resource: what it said, says or is to say. The first is drafted with the resource; later ones are in work
 * while the one before stays readable.
 * Life: in work (drafted, in review), published, superseded by the next; kept as long as the resource. Owner: learning.
 */
import { FieldChecks, ok, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import { contentOf, type ResourceContent } from '../resource/content.js';
import type { Resource, ResourceId } from '../resource/resource.js';

/** The id of a version. */
export type ResourceVersionId = Id<'ResourceVersion'>;

/** Where a version stands. */
export type ResourceVersionStatus = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'SUPERSEDED';

/** A version as stored. `version` counts its writes, `number` is what people call it. */
export type ResourceVersion = ResourceContent & {
  readonly id: ResourceVersionId;
  readonly resourceId: ResourceId;
  readonly number: number;
  readonly authorId: Id<'Member'>;
  readonly status: ResourceVersionStatus;
  /** What the author says is new in it. */
  readonly changeNote: string | undefined;
  /** What a reviewer asked for when it was given back last. */
  readonly reviewNote: string | undefined;
  readonly reviewerId: Id<'Member'> | undefined;
  readonly createdAt: Date;
  readonly submittedAt: Date | undefined;
  readonly publishedAt: Date | undefined;
  readonly version: number;
};

/** The version in work of a new resource, or the next one of what is shown, as its author begins it. */
export function beginVersion(
  resource: Resource,
  { id, number, now }: { readonly id: ResourceVersionId; readonly number: number; readonly now: Date },
): ResourceVersion {
  return {
    ...contentOf(resource),
    id,
    resourceId: resource.id,
    number,
    authorId: resource.authorId,
    status: 'DRAFT',
    changeNote: undefined,
    reviewNote: undefined,
    reviewerId: undefined,
    createdAt: now,
    submittedAt: undefined,
    publishedAt: undefined,
    version: 1,
  };
}

/** Checks a note that is kept with a version; empty is none. */
export function checkVersionNote(
  path: 'changeNote' | 'note',
  note: string | undefined,
): Result<string | undefined, ValidationError> {
  const words = note?.trim() ?? '';
  if (words === '') return ok(undefined);
  return new FieldChecks().text(path, words, { max: path === 'note' ? 1000 : 300 }).finish(words);
}
