import type { SelectQueryBuilder } from 'typeorm';
import type { Resource } from './resource.js';
import { facetNames, type FacetName, type ResourceFilter } from './resource-filter.js';
import { searchQuery } from './search-query.repository.js';

/** Each narrowing as a condition over `resource` with one parameter of its own name. */
const conditions: Readonly<Record<FacetName, string>> = {
  kind: 'resource.kind = :kind',
  language: `(lower(resource.language) = lower(:language) or starts_with(lower(resource.language), lower(:language) || '-'))`,
  subject: 'lower(resource.subject) = lower(:subject)',
  course: 'resource.courseIds @> array[:course::uuid]',
  tag: 'resource.tags @> array[lower(:tag)]',
};

/** The conditions that were asked for, each with its condition. */
export function askedFor(filter: ResourceFilter): readonly (readonly [FacetName, string])[] {
  return facetNames.flatMap((name) => (filter[name] === undefined ? [] : [[name, conditions[name]] as const]));
}

/** Leaves the resources of one status that a search finds. */
export function narrowToFound(
  query: SelectQueryBuilder<Resource>,
  { search, status }: Pick<ResourceFilter, 'search' | 'status'>,
): SelectQueryBuilder<Resource> {
  query.andWhere('resource.status = :status', { status });
  if (search !== undefined)
    query.andWhere(`resource.document @@ ${searchQuery(search).sql}`, searchQuery(search).parameters);
  return query;
}

/** Leaves what fits every narrowing. */
export function narrow(query: SelectQueryBuilder<Resource>, filter: ResourceFilter): SelectQueryBuilder<Resource> {
  narrowToFound(query, filter);
  for (const [name, condition] of askedFor(filter)) query.andWhere(condition, { [name]: filter[name] });
  return query;
}
