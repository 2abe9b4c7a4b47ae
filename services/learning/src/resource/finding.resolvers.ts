import { memberOf, toId, type Page } from '@guildhall/kernel';
import { readPageRequest, requestError } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { isReviewer } from '../review/reviewer.js';
import type { CourseId } from './content.js';
import type { FacetCount } from './facet.repository.js';
import type { ResourceFilter } from './filter.repository.js';
import type { Resource } from './resource.js';
import { ownCourses } from './resource.policy.js';
import type { Search } from './search.js';

/** One place in a list of resources. */
export type ResourcePlace = { readonly cursor: string; readonly node: Resource; readonly search: Search | undefined };

/** A list of resources, with what it was narrowed by where it can be. */
export type FoundResources = Omit<Page<Resource>, 'edges'> & {
  readonly edges: readonly ResourcePlace[];
  readonly filter: ResourceFilter | undefined;
};

/** A page of resources as its resolvers read it. */
export function foundResources({ edges, pageInfo }: Page<Resource>, filter?: ResourceFilter): FoundResources {
  return { edges: edges.map((edge): ResourcePlace => ({ ...edge, search: filter?.search })), pageInfo, filter };
}

/** What a list can be narrowed by, counted. */
export type FacetCounts = readonly FacetCount[];

const relatedMax = 10;

/** Resolvers of queues, facets and related resources. */
export const findingResolvers: Resolvers = {
  Query: {
    resourcesToReview: async (_root, page, { actor, read }) =>
      isReviewer(actor)
        ? foundResources(await read.resources.pageToReview(actor, readPageRequest(page, ['instant', 'id'])))
        : nothing,
  },
  Viewer: {
    ownResources: async (_viewer, page, { actor, read }) =>
      memberOf(actor) === undefined
        ? nothing
        : foundResources(await read.resources.pageOwn(actor, readPageRequest(page, ['id']))),
    reviewsResources: (_viewer, _args, { actor }) => isReviewer(actor),
    libraryCourses: (_viewer, _args, { actor }) => ownCourses(actor).map((id) => ({ id })),
  },
  Resource: {
    related: async ({ id }, { first }, { loaders }) => {
      const wanted = first ?? 5;
      if (wanted < 1 || wanted > relatedMax)
        throw requestError('BAD_USER_INPUT', `first must lie between 1 and ${relatedMax}.`);
      return (await loaders.relatedResources.load(id)).slice(0, wanted);
    },
  },
  ResourceConnection: {
    facets: async ({ filter }, _args, { actor, read }) =>
      filter === undefined ? null : read.resources.countFacets(actor, filter),
  },
  ResourceFacets: {
    kinds: (counts) => valuesOf(counts, 'kind').map(({ value, count }) => ({ kind: value as Resource['kind'], count })),
    languages: (counts) => valuesOf(counts, 'language'),
    subjects: (counts) => valuesOf(counts, 'subject'),
    courses: (counts) =>
      valuesOf(counts, 'course').map(({ value, count }) => ({ course: { id: toId(value) satisfies CourseId }, count })),
    tags: (counts) => valuesOf(counts, 'tag'),
  },
};

const nothing: FoundResources = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: undefined },
  filter: undefined,
};

function valuesOf(counts: FacetCounts, facet: FacetCount['facet']): FacetCounts {
  return counts.filter((one) => one.facet === facet);
}
