// The first import, and it must stay the first: see its own comment.
import { isTelemetryDisabled } from './disable-telemetry.js';
import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from 'pino';
import { stripAccessDirectives } from './strip-access-directives.js';
import { SubgraphDataSource, type SubgraphTransport } from './subgraph-call.js';
import { logFailure } from './traffic/fetch-from-subgraph.js';

/** The supergraph and the services behind it. */
export type FederatedGraphOptions = {
  readonly supergraphSdl: string;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly logger: Logger;
};

/**
 * The planner and executor over the supergraph. Addresses in the supergraph are placeholders; each service is reached through the
 * transport of its name, and a service without one is refused at start. Services need not be up for the graph to load.
 */
export function createFederatedGraph({ supergraphSdl, transports, logger }: FederatedGraphOptions): ApolloGateway {
  logger.debug({ isTelemetryDisabled }, 'loading the supergraph');
  return new ApolloGateway({
    supergraphSdl: stripAccessDirectives(supergraphSdl),
    logger: quietLogger(logger),
    // The default is on outside NODE_ENV=production, and shows query plans to whoever sends its header.
    __exposeQueryPlanExperimental: false,
    buildService: ({ name }) => {
      const transport = transports.get(name);
      if (!transport)
        throw new Error(`The supergraph has a service "${name}" that this gateway was not told how to reach.`);
      return new SubgraphDataSource(transport, (failure, requestId) => {
        logFailure(logger, failure, requestId);
      });
    },
  });
}

/** The gateway's own messages may quote operations, so only the fact is logged. */
function quietLogger(logger: Logger) {
  const note = (level: 'debug' | 'warn' | 'error') => (): void =>
    logger[level]('the federation library reported something');
  return { debug: note('debug'), info: note('debug'), warn: note('warn'), error: note('error') };
}
