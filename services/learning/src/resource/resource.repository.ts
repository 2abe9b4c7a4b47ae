import { parseId, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, requestError, updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ResourceEntity } from './resource.entity.js';
import type { Resource, ResourceId, ResourceKind, ResourceStatus } from './resource.js';
import { visibleResources } from './resource.policy.js';
import { highlightQuery, searchQuery } from './search-query.repository.js';
import { matchMarks, type Search } from './search.js';

/** Narrows the list of resources; absent means no narrowing. */
export type ResourceFilter = {
  readonly search: Search | undefined;
  readonly kind: ResourceKind | undefined;
  readonly language: string | undefined;
  readonly subject: string | undefined;
  readonly status: ResourceStatus;
};

/** The title and the text of a resource with the marks of {@link matchMarks} around the words a search found. */
export type MarkedResource = { readonly id: ResourceId; readonly title: string; readonly text: string };

type Ranked = { readonly resource: Resource; readonly key: string };

/** Reads and writes resources; every read takes the actor. */
export type ResourceRepository = ReturnType<typeof createResourceRepository>;

/** A repository over one connection or transaction. */
export function createResourceRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Resource> => {
    const { own, reviewed, everything } = visibleResources(actor);
    const query = manager.createQueryBuilder(ResourceEntity, 'resource');
    if (everything) return query.where('true');
    return query.where(
      new Brackets((or) => {
        or.where("resource.status = 'PUBLISHED'").orWhere('resource.authorId = :own', { own: own ?? null });
        if (reviewed) or.orWhere("resource.status in ('IN_REVIEW', 'RETIRED')");
      }),
    );
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

    /** Visible resources of one status: the best matches of a search first, else the newest. */
    async page(actor: Actor, { first, after }: PageRequest, filter: ResourceFilter): Promise<Page<Resource>> {
      const query = narrow(visible(actor), filter).limit(first + 1);
      const ranked =
        filter.search === undefined
          ? await readNewest(pageNewest(query, filter, after))
          : await readRanked(pageRanked(query, filter.search, after), filter.search);
      const { edges, pageInfo } = toPage(ranked, first, ({ resource, key }) => [key, resource.id]);
      return { edges: edges.map(({ cursor, node }) => ({ cursor, node: node.resource })), pageInfo };
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

    add: (resource: Resource): Promise<Resource> => insertRow(manager, ResourceEntity, resource),
    save: (resource: Resource): Promise<Resource> => updateRow(manager, ResourceEntity, resource),
  };
}

const { start, end, less, greater } = matchMarks;
const headlineOptions = `HighlightAll=true, StartSel=${start}, StopSel=${end}`;

const headline = (text: string, query: string): string =>
  `ts_headline('english', translate(${text}, :special, :standIns), ${query}, :options)`;

const rankOf = (query: string): string => `ts_rank(resource.document, ${query})::float8`;

function narrow(
  query: SelectQueryBuilder<Resource>,
  { search, kind, language, subject, status }: ResourceFilter,
): SelectQueryBuilder<Resource> {
  query.andWhere('resource.status = :status', { status });
  if (kind !== undefined) query.andWhere('resource.kind = :kind', { kind });
  if (language !== undefined)
    query.andWhere(
      `(lower(resource.language) = lower(:language) or starts_with(lower(resource.language), lower(:language) || '-'))`,
      { language },
    );
  if (subject !== undefined) query.andWhere('lower(resource.subject) = lower(:subject)', { subject });
  if (search !== undefined)
    query.andWhere(`resource.document @@ ${searchQuery(search).sql}`, searchQuery(search).parameters);
  return query;
}

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
