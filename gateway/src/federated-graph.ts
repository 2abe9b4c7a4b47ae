// The first import, and it must stay the first: see its own comment.
import { isTelemetryDisabled } from './disable-telemetry.js';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Gateway, RunOperation, ValidOperation } from './access/guard-gateway.js';
import { gatewayContextOf } from './subgraph-call.js';
import type { GraphEdition } from './traffic/graph-edition.js';
import { KnownRequests } from './traffic/known-requests.js';

/** The supergraph, the services that can be reached, and how an edition of the graph is made from a supergraph. */
export type FederatedGraphOptions = {
  readonly supergraphSdl: string;
  readonly services: ReadonlySet<string>;
  readonly open: (supergraphSdl: string) => GraphEdition;
  readonly logger: Logger;
};

/**
 * @apollo/gateway loads and owns the supergraph; our executor plans and runs operations. Addresses in the supergraph are placeholders: each
 * service is reached through the transport of its name, and a service without one is refused. Services need not be up.
 */
export class FederatedGraph implements Gateway {
  readonly #open: FederatedGraphOptions['open'];
  readonly #gateway: ApolloGateway;
  readonly #editions = new WeakMap<GraphQLSchema, GraphEdition>();
  readonly #known = new KnownRequests();
  #edition: GraphEdition;
  #update: ((plainSdl: string) => void) | undefined;
  #replacing: Promise<void> = Promise.resolve();

  /** Throws when the supergraph cannot be read. */
  constructor(options: FederatedGraphOptions) {
    options.logger.debug({ isTelemetryDisabled }, 'loading the supergraph');
    this.#open = options.open;
    this.#edition = options.open(options.supergraphSdl);
    this.#gateway = createGateway(options, async (update) => {
      this.#update = update;
      return { supergraphSdl: this.#edition.plainSdl };
    });
  }

  /** The schema that clients see, once it is loaded. */
  get schema(): GraphQLSchema | undefined {
    return this.#gateway.schema;
  }

  /** What the next request is answered from. */
  get edition(): GraphEdition {
    return this.#edition;
  }

  onSchemaLoadOrUpdate(callback: Parameters<Gateway['onSchemaLoadOrUpdate']>[0]): () => void {
    return this.#gateway.onSchemaLoadOrUpdate((context) => {
      this.#editions.set(context.apiSchema, this.#edition);
      callback(context);
    });
  }

  async load(options: Parameters<Gateway['load']>[0]): ReturnType<Gateway['load']> {
    await this.#gateway.load(options);
    return {
      executor: async (input) => {
        const context = gatewayContextOf(input.context);
        return context.finished ?? this.run(input.schema, { ...input, context });
      },
    };
  }

  /** Runs an operation in the edition of the schema it was validated against: in another its document would mean something else. */
  run(schema: GraphQLSchema, operation: ValidOperation): ReturnType<RunOperation> {
    this.#known.note(operation);
    return (this.#editions.get(schema) ?? this.#edition).execute(operation);
  }

  /**
   * Serves another supergraph from the next request on, with the plans of what clients asked lately already made; requests under way
   * end in the graph they began in. Rejects when it cannot be used, and then nothing has changed.
   */
  replace(supergraphSdl: string): Promise<void> {
    const replaced = this.#replacing.then(() => this.#replace(supergraphSdl));
    this.#replacing = replaced.catch(() => undefined);
    return replaced;
  }

  stop(): Promise<void> {
    return this.#gateway.stop();
  }

  async #replace(supergraphSdl: string): Promise<void> {
    const next = this.#open(supergraphSdl);
    // Each step keeps the process busy; requests that wait get their turn in between.
    await nextTurn();
    await next.warm(this.#known.list());
    await nextTurn();
    if (this.#update === undefined) throw new Error('The graph is not loaded yet.');
    const before = this.#edition;
    // The library tells Apollo Server of the new schema while it updates, and that must find the edition it belongs to.
    this.#edition = next;
    try {
      this.#update(next.plainSdl);
    } catch (error) {
      this.#edition = before;
      throw error;
    }
    // Where only rules changed, the schema stayed what it was.
    if (this.schema) this.#editions.set(this.schema, next);
  }
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
