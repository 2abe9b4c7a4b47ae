import { ApolloServer, type BaseContext as ApolloContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Caller } from '@guildhall/service-identity';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { cancelWith } from '../storage/cancel-statements.js';
import { createErrorFormatter } from './format-error.js';
import { observeExecution } from './observe-execution.js';

/** One operation for a subgraph, from the gateway. */
export type SubgraphRequest = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly caller: Caller;
  readonly requestId: string;
  /** Aborts when nobody waits for the answer any more: what runs in the database for it is ended then. */
  readonly signal?: AbortSignal;
};

/** The answer to one operation; always a value, never a throw. */
export type SubgraphResponse = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
};

/** Runs operations against one subgraph, in process or behind its HTTP port: both ways share this. */
export interface SubgraphExecutor {
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
}

/** A subgraph's executor, with its end. */
export interface SubgraphServer extends SubgraphExecutor {
  stop(): Promise<void>;
}

/**
 * Apollo Server without its request-time plugins: cache control and tracing wrap every resolver, and a subgraph needs
 * neither. `createContext` makes the context of one request.
 */
export async function createExecutor<Context extends ApolloContext>(options: {
  readonly service: string;
  readonly schema: GraphQLSchema;
  readonly createContext: (request: SubgraphRequest) => Promise<Context>;
  readonly logger: Logger;
}): Promise<SubgraphServer> {
  const formatError = createErrorFormatter(options.logger);
  const server = new ApolloServer<Context>({
    schema: options.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    formatError,
  });
  await server.start();
  const run = async (request: SubgraphRequest): Promise<SubgraphResponse> => {
    const { query, variables, operationName } = request;
    const contextValue = await options.createContext(request);
    const { body } = await server.executeOperation(
      { query, variables: { ...variables }, operationName },
      { contextValue },
    );
    if (body.kind !== 'single') throw new Error('a subgraph never answers in parts');
    return { data: body.singleResult.data, errors: body.singleResult.errors };
  };
  // A context needs the database, so it can fail before any resolver runs; that fault is masked like theirs.
  const execute = (request: SubgraphRequest): Promise<SubgraphResponse> =>
    cancelWith(request.signal, () => run(request)).catch((error: unknown) => ({
      errors: [formatError({ message: '' }, error)],
    }));
  return { execute: observeExecution(options.service, options.logger, execute), stop: () => server.stop() };
}
