// The first import, and it must stay the first: see its own comment.
import { isTelemetryDisabled } from './disable-telemetry.js';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Gateway, ValidOperation } from './access/guard-gateway.js';
import type { GraphEdition } from './traffic/graph-edition.js';
import { KnownRequests } from './traffic/known-requests.js';

/** The supergraph, the services that can be reached, and how an edition of the graph is made from a supergraph. */
export type FederatedGraphOptions = {
  readonly supergraphSdl: string;
  readonly services: ReadonlySet<string>;
  readonly open: (supergraphSdl: string) => GraphEdition;
  readonly logger: Logger;
};

/** What Apollo Server asks of a gateway, and what it serves at the moment. */
export type FederatedGraph = Gateway & {
  readonly schema: GraphQLSchema | undefined;
  readonly edition: GraphEdition;
  /**
   * Serves another supergraph from the next request on, with the plans of what clients asked lately already made; requests under way
   * end in the graph they began in. Rejects when it cannot be used, and then nothing has changed.
   */
  replace(supergraphSdl: string): Promise<void>;
};

/**
 * @apollo/gateway loads and owns the supergraph; our executor plans and runs operations. Addresses in the supergraph are placeholders: each
 * service is reached through the transport of its name, and a service without one is refused. Services need not be up.
 */
export function createFederatedGraph(options: FederatedGraphOptions): FederatedGraph {
  const { open, logger } = options;
  logger.debug({ isTelemetryDisabled }, 'loading the supergraph');
  const editions = new WeakMap<GraphQLSchema, GraphEdition>();
  const known = new KnownRequests();
  let edition = open(options.supergraphSdl);
  let update: ((plainSdl: string) => void) | undefined;
  let replacing: Promise<void> = Promise.resolve();
  const gateway = createGateway(options, async (callback) => {
    update = callback;
    return { supergraphSdl: edition.plainSdl };
  });

  const replace = async (supergraphSdl: string): Promise<void> => {
    const next = open(supergraphSdl);
    // Each step keeps the process busy; requests that wait get their turn in between.
    await nextTurn();
    await next.warm(known.list());
    await nextTurn();
    if (update === undefined) throw new Error('The graph is not loaded yet.');
    const before = edition;
    // The library tells Apollo Server of the new schema while it updates, and that must find the edition it belongs to.
    edition = next;
    try {
      update(next.plainSdl);
    } catch (error) {
      edition = before;
      throw error;
    }
    // Where only rules changed, the schema stayed what it was.
    if (gateway.schema) editions.set(gateway.schema, next);
  };

  return {
    get schema() {
      return gateway.schema;
    },
    get edition() {
      return edition;
    },
    onSchemaLoadOrUpdate: (callback) =>
      gateway.onSchemaLoadOrUpdate((context) => {
        editions.set(context.apiSchema, edition);
        callback(context);
      }),
    stop: () => gateway.stop(),
    async load(loadOptions) {
      await gateway.load(loadOptions);
      return {
        executor: (input: ValidOperation & { readonly schema: GraphQLSchema }) => {
          known.note(input);
          // The one it was validated against: a document of one supergraph means something else in the rules of another.
          return (editions.get(input.schema) ?? edition).execute(input);
        },
      };
    },
    replace(supergraphSdl) {
      replacing = replacing.catch(() => undefined).then(() => replace(supergraphSdl));
      return replacing;
    },
  };
}

function createGateway(
  { services, logger }: FederatedGraphOptions,
  supply: (update: (plainSdl: string) => void) => Promise<{ supergraphSdl: string }>,
): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl: ({ update }) => supply(update),
    logger: quietLogger(logger),
    // The default is on outside NODE_ENV=production, and shows query plans to whoever sends its header.
    __exposeQueryPlanExperimental: false,
    buildService: ({ name }) => {
      if (!services.has(name))
        throw new Error(`The supergraph has a service "${name}" that this gateway was not told how to reach.`);
      return new LocalGraphQLDataSource(unasked);
    },
  });
}

/** The library wants a data source for each service; none is asked anything, because execution is ours. */
const unasked = buildSchema('type Query { unasked: Boolean }');

/** The gateway's own messages may quote operations, so only the fact is logged. */
function quietLogger(logger: Logger) {
  const note = (level: 'debug' | 'warn' | 'error') => (): void =>
    logger[level]('the federation library reported something');
  return { debug: note('debug'), info: note('debug'), warn: note('warn'), error: note('error') };
}
