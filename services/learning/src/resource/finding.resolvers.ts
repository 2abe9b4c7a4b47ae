import { memberOf, toId } from '@guildhall/kernel';
import { readPageRequest, requestError } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { isReviewer } from '../review/reviewer.js';
import type { CourseId } from './content.js';
import { foundResources, noResources } from './found-resources.js';
import type { Resource } from './resource.js';
import type { FacetCounts, FacetName } from './resource-filter.js';
import { ownCourses } from './resource.policy.js';

const relatedMax = 10;

/** Resolvers of queues, facets and related resources. */
export const findingResolvers: Resolvers = {
  Query: {
    resourcesToReview: async (_root, page, { actor, read }) =>
      isReviewer(actor)
        ? foundResources(await read.resources.pageToReview(actor, readPageRequest(page, ['instant', 'id'])))
        : noResources,
  },
  Viewer: {
    ownResources: async (_viewer, page, { actor, read }) =>
      memberOf(actor) === undefined
        ? noResources
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

function valuesOf(counts: FacetCounts, facet: FacetName): FacetCounts {
  return counts.filter((one) => one.facet === facet);
}
