import { memberOf, parseId, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, requestError, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { countFacets } from './facet.repository.js';
import { narrow } from './filter.repository.js';
import { listRelated, type RelatedResource } from './related.repository.js';
import { ResourceEntity } from './resource.entity.js';
import type { Resource, ResourceId } from './resource.js';
import type { FacetCounts, ResourceFilter } from './resource-filter.js';
import { visibleSql } from './scope.repository.js';
import { highlightQuery, searchQuery } from './search-query.repository.js';
import { matchMarks, type Search } from './search.js';

/** The title and the text of a resource with the marks of {@link matchMarks} around the words a search found. */
export type MarkedResource = { readonly id: ResourceId; readonly title: string; readonly text: string };

type Ranked = { readonly resource: Resource; readonly key: string };

/** Reads and writes resources; every read takes the actor. */
export type ResourceRepository = ReturnType<typeof createResourceRepository>;

/** A repository over one connection or transaction. */
export function createResourceRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Resource> => {
    const { sql, parameters } = visibleSql(actor, 'resource');
    return manager.createQueryBuilder(ResourceEntity, 'resource').where(sql, parameters);
  };

  const readRanked = async (query: SelectQueryBuilder<Resource>, search: Search): Promise<readonly Ranked[]> => {
    const { sql, parameters } = searchQuery(search);
    const { entities, raw } = await query
      .addSelect(rankOf(sql), 'search_rank')
      .setParameters(parameters)
      .orderBy('search_rank', 'DESC')
      .addOrderBy('resource.id', 'DESC')
      .getRawAndEntities<{ search_rank: number }>();
    return entities.map((resource, index) => ({ resource, key: String(raw[index]?.search_rank ?? 0) }));
  };

  return {
    /** The resources among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly ResourceId[]): Promise<readonly Resource[]> =>
      visible(actor).andWhere('resource.id = any(:ids)', { ids }).getMany(),

    /** One resource, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: ResourceId): Promise<Resource | null> =>
      visible(actor).andWhere('resource.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes it or what belongs to it until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: ResourceId): Promise<Resource | null> =>
      visible(actor).andWhere('resource.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** Visible resources of one status: the best matches of a search first, else the newest. */
    async page(actor: Actor, { first, after }: PageRequest, filter: ResourceFilter): Promise<Page<Resource>> {
      const query = narrow(visible(actor), filter).limit(first + 1);
      const ranked =
        filter.search === undefined
          ? await readNewest(pageNewest(query, filter, after))
          : await readRanked(pageRanked(query, filter.search, after), filter.search);
      return nodes(toPage(ranked, first, ({ resource, key }) => [key, resource.id]));
    },

    /** The texts of visible resources, with marks around what the search found in words; unspaced scripts are not marked here. */
    async listMarked(actor: Actor, ids: readonly ResourceId[], search: Search): Promise<readonly MarkedResource[]> {
      const { sql, parameters } = highlightQuery(search);
      return visible(actor)
        .andWhere('resource.id = any(:ids)', { ids })
        .setParameters({
          ...parameters,
          special: `<>${start}${end}${less}${greater}`,
          standIns: less + greater,
          options: headlineOptions,
        })
        .select('resource.id', 'id')
        .addSelect(headline('resource.title', sql), 'title')
        .addSelect(headline(`resource.summary || chr(10) || resource.body`, sql), 'text')
        .getRawMany<MarkedResource>();
    },

    /** How many resources of a list have each kind, language, subject, course and tag. */
    countFacets: (actor: Actor, filter: ResourceFilter): Promise<FacetCounts> => countFacets(manager, actor, filter),

    /** The published resources nearest in subject to each of these, the nearest first. */
    listRelated: (actor: Actor, ids: readonly ResourceId[], first: number): Promise<readonly RelatedResource[]> =>
      listRelated(manager, actor, { ids, first }),

    /** What the actor wrote, the newest first. */
    async pageOwn(actor: Actor, { first, after }: PageRequest): Promise<Page<Resource>> {
      const query = visible(actor).andWhere('resource.authorId = :self', { self: memberOf(actor) ?? null });
      if (after !== undefined) query.andWhere('resource.id < :id', { id: after[0] });
      const rows = await query
        .orderBy('resource.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ id }) => [id]);
    },

    /** What waits for a first or a new version's review by this actor, longest waiting first. */
    async pageToReview(actor: Actor, { first, after }: PageRequest): Promise<Page<Resource>> {
      const query = visible(actor)
        .innerJoin('resource_version', 'work', `work.resource_id = resource.id and work.status = 'IN_REVIEW'`)
        .andWhere('resource.authorId <> :self', { self: memberOf(actor) ?? null })
        .addSelect('work.submitted_at', 'submitted');
      if (after !== undefined)
        query.andWhere('(work.submitted_at, resource.id) > (:at, :id)', { at: after[0], id: after[1] });
      const { entities, raw } = await query
        .orderBy('work.submitted_at')
        .addOrderBy('resource.id')
        .limit(first + 1)
        .getRawAndEntities<{ submitted: Date }>();
      const rows = entities.map((resource, index) => ({ resource, at: raw[index]?.submitted ?? new Date(0) }));
      return nodes(toPage(rows, first, ({ at, resource }) => [at.toISOString(), resource.id]));
    },

    /** What was reported or is held back and is for this actor to decide, longest waiting first. */
    async pageFlagged(actor: Actor, { first, after }: PageRequest): Promise<Page<Resource>> {
      const query = visible(actor)
        .andWhere('resource.flaggedAt is not null')
        .andWhere('resource.authorId <> :self', { self: memberOf(actor) ?? null });
      if (after !== undefined)
        query.andWhere('(resource.flaggedAt, resource.id) > (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('resource.flaggedAt')
        .addOrderBy('resource.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ flaggedAt, id }) => [(flaggedAt ?? new Date(0)).toISOString(), id]);
    },

    add: (resource: Resource): Promise<Resource> => insertRow(manager, ResourceEntity, resource),
    save: (resource: Resource): Promise<Resource> => updateRow(manager, ResourceEntity, resource),
  };
}

function nodes({ edges, pageInfo }: Page<{ readonly resource: Resource }>): Page<Resource> {
  return { edges: edges.map(({ cursor, node }) => ({ cursor, node: node.resource })), pageInfo };
}

const { start, end, less, greater } = matchMarks;
const headlineOptions = `HighlightAll=true, StartSel=${start}, StopSel=${end}`;

const headline = (text: string, query: string): string =>
  `ts_headline('english', translate(${text}, :special, :standIns), ${query}, :options)`;

const rankOf = (query: string): string => `ts_rank(resource.document, ${query})::float8`;

function pageRanked(
  query: SelectQueryBuilder<Resource>,
  search: Search,
  after: PageRequest['after'],
): SelectQueryBuilder<Resource> {
  if (after === undefined) return query;
  const rank = Number(after[0]);
  if (!Number.isFinite(rank) || after[0] === '') throw foreignCursor();
  const { sql } = searchQuery(search);
  return query.andWhere(`(${rankOf(sql)}, resource.id) < (:rank::float8, :id::uuid)`, { rank, id: idOf(after) });
}

/** Only published resources have a date; the ids of the others tell their age. */
function pageNewest(
  query: SelectQueryBuilder<Resource>,
  { status }: ResourceFilter,
  after: PageRequest['after'],
): SelectQueryBuilder<Resource> {
  if (status === 'PUBLISHED') query.orderBy('resource.publishedAt', 'DESC');
  query.addOrderBy('resource.id', 'DESC');
  if (after === undefined) return query;
  const id = idOf(after);
  if (status !== 'PUBLISHED') return query.andWhere('resource.id < :id', { id });
  const publishedAt = new Date(after[0] ?? '');
  if (Number.isNaN(publishedAt.getTime())) throw foreignCursor();
  return query.andWhere('(resource.publishedAt, resource.id) < (:publishedAt, :id)', { publishedAt, id });
}

async function readNewest(query: SelectQueryBuilder<Resource>): Promise<readonly Ranked[]> {
  return (await query.getMany()).map((resource) => ({ resource, key: resource.publishedAt?.toISOString() ?? '' }));
}

function idOf(after: readonly string[]): string {
  const id = parseId(after[1] ?? '');
  if (id === undefined) throw foreignCursor();
  return id;
}

function foreignCursor(): Error {
  return requestError(
    'BAD_USER_INPUT',
    'after must be an endCursor of this connection with the same search and status.',
  );
}
