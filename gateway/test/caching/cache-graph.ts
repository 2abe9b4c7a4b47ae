import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SubgraphRequest } from '@guildhall/subgraph';
import { GraphQLError, parse } from 'graphql';
import type { GatewayOptions } from '../../src/start-gateway.js';
import { executeOn } from '../test-graph.js';

const head = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated", "@composeDirective"])
  @link(url: "https://example.test/cacheControl/v1.0", import: ["@cacheControl"])
  @composeDirective(name: "@cacheControl")
directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
enum CacheControlScope { PUBLIC PRIVATE }
`;

const catalogSdl = (titleAge: number): string => `${head}
type Query {
  topics(kind: String): [Topic!] @cacheControl(maxAge: 60)
  mine: String @cacheControl(maxAge: 60, scope: PRIVATE)
  whoami: String @cacheControl(maxAge: 60)
  plain: String
  vault: String @authenticated @cacheControl(maxAge: 60)
  named: [Named!] @cacheControl(maxAge: 60)
  things: [Thing!] @cacheControl(maxAge: 60)
  box: Box @cacheControl(maxAge: 60)
}
type Mutation { rename(id: ID!, title: String!): Topic }
interface Named { title: String! }
type Topic implements Named @key(fields: "id") {
  id: ID!
  title: String! @cacheControl(maxAge: ${titleAge})
  viewerNote: String @cacheControl(maxAge: 0)
  parent: Topic @cacheControl(inheritMaxAge: true)
  related: [Topic!]
  count(of: String): Int @cacheControl(maxAge: 20)
}
type Rumour implements Named { title: String! @cacheControl(maxAge: 5) }
union Thing = Topic | Rumour
type Box @cacheControl(maxAge: 40) { inner: Box  size: Int  own: String @cacheControl(maxAge: 10, scope: PRIVATE) }
`;

const shelfSdl = `${head}
type Query {
  shelf(ids: [ID!]!): [Topic!]
  window(ids: [ID!]!): [Topic!] @cacheControl(maxAge: 60)
  advised: [Department!]
}
type Topic @key(fields: "id", resolvable: false) { id: ID! }
type Department @key(fields: "id", resolvable: false) { id: ID! }
`;

const advocacySdl = `${head}
type Query { advice: String @cacheControl(maxAge: 60) }
type Department @key(fields: "id") { id: ID!  name: String! @cacheControl(maxAge: 60) }
`;

/** The supergraph of the three services; titles of topics may be kept for so many seconds. */
export function composeCacheGraph(titleAge = 100): string {
  const texts = { catalog: catalogSdl(titleAge), shelf: shelfSdl, advocacy: advocacySdl };
  const services = Object.entries(texts).map(([name, sdl]) => ({
    name,
    url: `http://${name}.subgraph`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

/** One call as a service received it. */
export type SeenCall = { readonly service: string; readonly caller: string; readonly ids: readonly string[] };

type World = { readonly titles: Map<string, string>; readonly down: Set<string>; readonly seen: SeenCall[] };
type Context = Pick<SubgraphRequest, 'caller'>;

const nameOf = (caller: SubgraphRequest['caller']): string => ('subject' in caller ? caller.subject : caller.kind);

/** The services in this process, with what they know, which of them are down, and what they were asked. */
export function createCacheGraph(): World & { readonly subgraphs: GatewayOptions['subgraphs'] } {
  const world: World = {
    titles: new Map(['1', '2', '3', '4'].map((id) => [id, `Topic ${id}`])),
    down: new Set(),
    seen: [],
  };
  const schemas = { catalog: catalogSchema(world), shelf: shelfSchema(), advocacy: advocacySchema() };
  const subgraphs = Object.entries(schemas).map(([service, schema]) => {
    const execute = async (request: SubgraphRequest) => {
      world.seen.push({ service, caller: nameOf(request.caller), ids: idsIn(request.variables) });
      if (world.down.has(service)) throw new Error('connect ECONNREFUSED');
      return executeOn(schema, request);
    };
    return [service, { kind: 'local', executor: { execute } }] as const;
  });
  return { ...world, subgraphs: Object.fromEntries(subgraphs) };
}

function idsIn(variables: SubgraphRequest['variables']): string[] {
  const lists = Object.values(variables ?? {}).filter((value) => Array.isArray(value));
  return lists.flat().flatMap((item: unknown) => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

function catalogSchema({ titles }: World) {
  const topics = () => [...titles.keys()].map((id) => ({ __typename: 'Topic', id }));
  return buildSubgraphSchema([
    {
      typeDefs: parse(catalogSdl(100)),
      resolvers: {
        Query: {
          topics: (_root: unknown, { kind }: { kind?: string }) => {
            if (kind === 'broken') throw new GraphQLError('The catalogue is closed.');
            return topics();
          },
          mine: (_root: unknown, _args: unknown, { caller }: Context) => nameOf(caller),
          whoami: (_root: unknown, _args: unknown, { caller }: Context) => nameOf(caller),
          plain: () => 'plain',
          vault: (_root: unknown, _args: unknown, { caller }: Context) => `vault of ${nameOf(caller)}`,
        },
        Mutation: {
          rename: (_root: unknown, { id, title }: { id: string; title: string }) => {
            titles.set(id, title);
            return { id };
          },
        },
        Topic: {
          // The topic "secret" is seen by Ada alone, and nothing is known of "none".
          __resolveReference: ({ id }: { id: string }, { caller }: Context) =>
            titles.has(id) || (id === 'secret' && nameOf(caller) === 'ada') ? { id } : null,
          title: ({ id }: { id: string }) => {
            if (id === '4' && titles.get(id) === 'broken') throw new GraphQLError('The title cannot be read.');
            return titles.get(id) ?? 'For Ada';
          },
          viewerNote: (_topic: unknown, _args: unknown, { caller }: Context) => `note of ${nameOf(caller)}`,
          count: (_topic: unknown, { of }: { of?: string }) => of?.length ?? 0,
        },
      },
    },
  ]);
}

function shelfSchema() {
  return buildSubgraphSchema([
    {
      typeDefs: parse(shelfSdl),
      resolvers: {
        Query: {
          shelf: (_root: unknown, { ids }: { ids: readonly string[] }) => ids.map((id) => ({ id })),
          window: (_root: unknown, { ids }: { ids: readonly string[] }) => ids.map((id) => ({ id })),
          advised: () => [{ id: 'welfare' }],
        },
      },
    },
  ]);
}

function advocacySchema() {
  return buildSubgraphSchema([
    {
      typeDefs: parse(advocacySdl),
      resolvers: {
        Query: { advice: () => 'Come and talk.' },
        Department: {
          __resolveReference: (department: unknown) => department,
          name: ({ id }: { id: string }) => `Department of ${id}`,
        },
      },
    },
  ]);
}
