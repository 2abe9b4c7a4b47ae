// The first import, and it must stay the first: see its own comment.
import { isTelemetryDisabled } from './disable-telemetry.js';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { createExecutor, type GraphExecutor } from './execution/create-executor.js';
import { stripAccessDirectives } from './strip-access-directives.js';
import type { GatewayContext, SubgraphTransport } from './subgraph-call.js';
import { createSubgraphFetch } from './traffic/fetch-from-subgraph.js';

/** The supergraph and the services behind it. */
export type FederatedGraphOptions = {
  readonly supergraphSdl: string;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly logger: Logger;
};

type Gateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** What Apollo Server asks of a gateway, and the schema once it is loaded. */
export type FederatedGraph = Gateway & { readonly schema: GraphQLSchema | undefined };

/**
 * @apollo/gateway loads and owns the supergraph; our executor plans and runs operations. Addresses in the supergraph are placeholders: each
 * service is reached through the transport of its name, and a service without one is refused at start. Services need not be up.
 */
export function createFederatedGraph({ supergraphSdl, transports, logger }: FederatedGraphOptions): FederatedGraph {
  logger.debug({ isTelemetryDisabled }, 'loading the supergraph');
  const plainSdl = stripAccessDirectives(supergraphSdl);
  const gateway = new ApolloGateway({
    supergraphSdl: plainSdl,
    logger: quietLogger(logger),
    // The default is on outside NODE_ENV=production, and shows query plans to whoever sends its header.
    __exposeQueryPlanExperimental: false,
    buildService: ({ name }) => {
      if (!transports.has(name))
        throw new Error(`The supergraph has a service "${name}" that this gateway was not told how to reach.`);
      return new LocalGraphQLDataSource(unasked);
    },
  });
  return {
    get schema() {
      return gateway.schema;
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      await gateway.load(options);
      const fetch = createSubgraphFetch(transports, logger);
      return { executor: toApolloExecutor(createExecutor({ supergraphSdl: plainSdl, fetch })) };
    },
  };
}

/** The library wants a data source for each service; none is asked anything, because execution is ours. */
const unasked = buildSchema('type Query { unasked: Boolean }');

function toApolloExecutor(executor: GraphExecutor): Executor {
  return async ({ document, operationName, queryHash, request, context }) => {
    const { data, errors } = await executor.execute({
      document,
      operationName,
      key: `${operationName ?? ''} ${queryHash}`,
      variables: request.variables,
      context: toGatewayContext(context),
    });
    return { ...(data === undefined ? {} : { data }), ...(errors && { errors: [...errors] }) };
  };
}

/** Apollo Server types the context of a gateway as anything; it is the one that our route makes. */
function toGatewayContext(context: Parameters<Executor>[0]['context']): GatewayContext {
  return {
    caller: context['caller'],
    requestId: context['requestId'],
    signal: context['signal'],
    deadlineAt: context['deadlineAt'],
  };
}

/** The gateway's own messages may quote operations, so only the fact is logged. */
function quietLogger(logger: Logger) {
  const note = (level: 'debug' | 'warn' | 'error') => (): void =>
    logger[level]('the federation library reported something');
  return { debug: note('debug'), info: note('debug'), warn: note('warn'), error: note('error') };
}
