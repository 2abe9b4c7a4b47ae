/*
 * A list of resources as it is read: each place with the search that found it.
 * Life: one request. Owner: learning.
 */
import type { Page } from '@guildhall/kernel';
import type { Resource } from './resource.js';
import type { ResourceFilter } from './resource-filter.js';
import type { Search } from './search.js';

/** One place in a list of resources. */
export type ResourcePlace = { readonly cursor: string; readonly node: Resource; readonly search: Search | undefined };

/** A list of resources, with what it was narrowed by where it can be. */
export type FoundResources = Omit<Page<Resource>, 'edges'> & {
  readonly edges: readonly ResourcePlace[];
  readonly filter: ResourceFilter | undefined;
};

/** A page of resources as it is read. */
export function foundResources({ edges, pageInfo }: Page<Resource>, filter?: ResourceFilter): FoundResources {
  return { edges: edges.map((edge): ResourcePlace => ({ ...edge, search: filter?.search })), pageInfo, filter };
}

/** A list with nothing in it, for those whom it is not for. */
export const noResources: FoundResources = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: undefined },
  filter: undefined,
};
