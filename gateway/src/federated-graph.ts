// The first import, and it must stay the first: see its own comment.
import { isTelemetryDisabled } from './disable-telemetry.js';
import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from 'pino';
import { stripAccessDirectives } from './strip-access-directives.js';
import { SubgraphDataSource, type SubgraphTransport } from './subgraph-call.js';

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
        logger.warn(
          { requestId, service: failure.service, code: failure.kind, reason: reasonOf(failure.cause) },
          'a service gave no answer',
        );
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

/** Names the kind of failure for the operator: error classes and system codes, never text that may hold what people wrote. */
function reasonOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const inner: unknown = cause.cause;
  const code: unknown = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  if (typeof code === 'string') return code;
  return cause.message.startsWith('HTTP status') ? cause.message : cause.name;
}
