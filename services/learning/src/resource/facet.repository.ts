import type { Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { askedFor, narrowToFound } from './filter.repository.js';
import { facetNames, type FacetCounts, type FacetName, type ResourceFilter } from './resource-filter.js';
import { ResourceEntity } from './resource.entity.js';
import { visibleSql } from './scope.repository.js';

/** Subjects, courses and tags are many; the most frequent ones are enough to choose from. */
const valuesMax = 20;

/** Each facet's value, and where it stands; a resource with several counts for each. */
const sources: Readonly<Record<FacetName, readonly [value: string, from: string, group: string]>> = {
  kind: ['kind', 'found', 'kind'],
  language: ['language', 'found', 'language'],
  subject: ['min(subject)', 'found', 'lower(subject)'],
  course: ['value', 'found cross join lateral unnest(course_ids::text[]) as course (value)', 'value'],
  tag: ['value', 'found cross join lateral unnest(tags) as tag (value)', 'value'],
};

/** Counts what a search found by each thing it can be narrowed by, in one statement, under the scope of the list itself. */
export async function countFacets(manager: EntityManager, actor: Actor, filter: ResourceFilter): Promise<FacetCounts> {
  const { sql, parameters } = visibleSql(actor, 'resource');
  const query = manager
    .createQueryBuilder(ResourceEntity, 'resource')
    .where(sql, parameters)
    .select(['kind', 'language', 'subject', 'tags'].map((column) => `resource.${column} as "${column}"`).join(', '))
    .addSelect('resource.courseIds', 'course_ids');
  narrowToFound(query, filter);
  const asked = askedFor(filter);
  for (const [name, condition] of asked)
    query.addSelect(condition, `fits_${name}`).setParameter(name, filter[name] ?? '');
  const [found, values] = query.getQueryAndParameters();
  const counts = facetNames.map((facet) => {
    const [value, from, group] = sources[facet];
    const others = asked.filter(([name]) => name !== facet).map(([name]) => `fits_${name}`);
    return `(select '${facet}' as facet, ${value} as value, count(*)::int as count from ${from}
      where ${['true', ...others].join(' and ')} group by ${group} order by 3 desc, 2 limit ${valuesMax})`;
  });
  return manager.query(`with found as materialized (${found}) ${counts.join(' union all ')}`, values);
}
