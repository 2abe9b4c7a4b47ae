/*
 * A collection: resources that one member put together in an order, for themselves or for everybody.
 * Life: kept until its owner deletes it. Owner: learning.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ResourceId } from '../resource/resource.js';

/** The id of a collection. */
export type CollectionId = Id<'ResourceCollection'>;

/** Who may see a collection. */
export type CollectionVisibility = 'PRIVATE' | 'PUBLIC';

/** What its owner writes. */
export type CollectionContent = {
  readonly title: string;
  readonly description: string;
  readonly visibility: CollectionVisibility;
};

/** A collection as stored; what it holds is stored beside it. */
export type Collection = CollectionContent & {
  readonly id: CollectionId;
  readonly ownerId: Id<'Member'>;
  readonly changedAt: Date;
  readonly version: number;
};

/** What its owner can do to a collection. */
export type CollectionAction = 'EDIT' | 'DELETE';

/** The most collections of one member. */
export const collectionsMax = 50;

/** The most resources in one collection. */
export const collectionItemsMax = 100;

/** Checks what the owner wrote and trims it. */
export function checkCollection(content: CollectionContent): Result<CollectionContent, ValidationError> {
  const title = content.title.trim();
  const description = content.description.trim();
  return new FieldChecks()
    .text('title', title, { min: 3, max: 120 })
    .text('description', description, { min: 0, max: 1000 })
    .finish({ title, description, visibility: content.visibility });
}

/**
 * A new order of what is in a collection. What the owner cannot see at the moment keeps its place behind what they can;
 * naming something else, or the same twice, is refused.
 */
export function orderItems(
  held: readonly ResourceId[],
  asked: readonly ResourceId[],
): Result<readonly ResourceId[], ValidationError> {
  const isKnown = new Set(asked).size === asked.length && asked.every((id) => held.includes(id));
  const rest = held.filter((id) => !asked.includes(id));
  return new FieldChecks()
    .that(isKnown, 'resourceIds', 'UNKNOWN', 'Name each resource of the collection once.')
    .finish([...asked, ...rest]);
}
