import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, validate, type GraphQLSchema } from 'graphql';
import { createExecutor, type ExecutorOptions, type SubgraphCall } from '../../src/execution/create-executor.js';
import { SubgraphFailure } from '../../src/subgraph-failure.js';

const directives = [
  'key',
  'requires',
  'provides',
  'external',
  'shareable',
  'override',
  'inaccessible',
  'interfaceObject',
];
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(directives.map((name) => `@${name}`))})\n`;

type Resolvers = NonNullable<
  Parameters<typeof buildSubgraphSchema>[0] extends infer Input ? ResolversOf<Input> : never
>;
type ResolversOf<Input> = Input extends { resolvers?: infer Found } ? Found : never;

/** One service: its SDL without the federation link, and its resolvers. */
export type TestService = { readonly sdl: string; readonly resolvers?: Resolvers };

/** An answer as it reaches the client. */
export type TestAnswer = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Record<string, unknown>;
  }[];
};

/** Services composed into a graph and executed in this process, and what each of them was asked. */
export type InProcessGraph = {
  readonly calls: SubgraphCall[];
  /** Services that cannot be reached. */
  readonly down: Set<string>;
  ask(query: string, variables?: Record<string, unknown>): Promise<TestAnswer>;
};

/** Composes real services and puts the executor before them. */
export function createInProcessGraph(
  services: Readonly<Record<string, TestService>>,
  options: Partial<ExecutorOptions> = {},
): InProcessGraph {
  const schemas = new Map<string, GraphQLSchema>();
  const definitions = Object.entries(services).map(([name, { sdl, resolvers }]) => {
    const typeDefs = parse(link + sdl);
    schemas.set(name, buildSubgraphSchema([{ typeDefs, resolvers }]));
    return { name, url: `http://${name}.subgraph`, typeDefs };
  });
  const { supergraphSdl, errors } = composeServices(definitions);
  if (supergraphSdl === undefined) throw new Error((errors ?? []).map(String).join('\n'));
  const calls: SubgraphCall[] = [];
  const down = new Set<string>();
  const executor = createExecutor({
    supergraphSdl,
    fetch: async (call) => {
      calls.push(call);
      const schema = schemas.get(call.service);
      if (!schema || down.has(call.service)) throw new SubgraphFailure(call.service, 'SUBGRAPH_UNAVAILABLE');
      return overTheWire(await graphql({ schema, source: call.query, variableValues: overTheWire(call.variables) }));
    },
    ...options,
  });
  return {
    calls,
    down,
    async ask(query, variables) {
      const document = parse(query);
      const [invalid] = validate(executor.schema, document);
      if (invalid) throw invalid;
      const answer = await executor.execute({
        document,
        key: query,
        variables,
        context: { caller: { kind: 'anonymous' }, requestId: 'test', signal: new AbortController().signal },
      });
      return overTheWire(answer);
    },
  };
}

function overTheWire<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
