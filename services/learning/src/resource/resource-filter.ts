/*
 * What a list of resources is narrowed by, and what it can be narrowed by.
 * Life: one request. Owner: learning.
 */
import type { CourseId, ResourceKind } from './content.js';
import type { ResourceStatus } from './resource.js';
import type { Search } from './search.js';

/** Narrows the list of resources; absent means no narrowing. */
export type ResourceFilter = {
  readonly search: Search | undefined;
  readonly kind: ResourceKind | undefined;
  readonly language: string | undefined;
  readonly subject: string | undefined;
  readonly course: CourseId | undefined;
  readonly tag: string | undefined;
  readonly status: ResourceStatus;
};

/** What a list can be narrowed by, and counted by. */
export const facetNames = ['kind', 'language', 'subject', 'course', 'tag'] as const;

/** One of the things a list can be narrowed by. */
export type FacetName = (typeof facetNames)[number];

/** How many resources of a list have one value. */
export type FacetCount = { readonly facet: FacetName; readonly value: string; readonly count: number };

/** What a list can be narrowed by, counted. */
export type FacetCounts = readonly FacetCount[];
