import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FederatedGraph } from './federated-graph.js';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { toPublicError } from './format-error.js';
import { depthLimitRule, knownOperationKindRule, tokensMax } from './operation-limits.js';
import { requestScope } from './request-scope.js';
import type { GatewayContext } from './subgraph-call.js';

/** What the GraphQL server is made of. */
export type ApolloOptions = {
  readonly app: FastifyInstance;
  readonly graph: FederatedGraph;
  readonly services: ReadonlySet<string>;
  readonly environment: 'development' | 'production';
  readonly logger: Logger;
  /** `none` lifts the limits on what one operation may ask. */
  readonly limits?: 'none';
};

/** Apollo Server with every default that shows too much or accepts too much turned off. */
export function createApollo({
  app,
  graph,
  services,
  environment,
  logger,
  limits,
}: ApolloOptions): ApolloServer<GatewayContext> {
  const isProduction = environment === 'production';
  return new ApolloServer<GatewayContext>({
    gateway: graph,
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // Signals belong to the process that started us; a library must not end it.
    stopOnTerminationSignals: false,
    parseOptions: limits === 'none' ? {} : { maxTokens: tokensMax },
    validationRules: limits === 'none' ? [knownOperationKindRule] : [depthLimitRule, knownOperationKindRule],
    formatError: createErrorFormatter(services, logger),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => logger.warn('the GraphQL server reported a warning'),
      error: () => logger.error('the GraphQL server reported an error'),
    },
    plugins: [ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(app), operationPlugin],
  });
}

function createErrorFormatter(services: ReadonlySet<string>, logger: Logger) {
  return (formatted: Parameters<typeof toPublicError>[0], original: unknown) => {
    const scope = requestScope.getStore();
    const requestId = scope?.requestId ?? '';
    const { error, code, service, isFault } = toPublicError(formatted, original, { requestId, services });
    scope?.codes.add(code);
    if (isFault) logger.error({ requestId, service, ...describeFault(original) }, 'a request met a fault');
    return error;
  };
}

/** The class and the stack frames of a fault, without its message: messages quote values, and values are personal. */
function describeFault(error: unknown): { fault: string; frames: readonly string[] } {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (!(cause instanceof Error)) return { fault: typeof cause, frames: [] };
  const frames = (cause.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
  return { fault: cause.name, frames: frames.slice(0, 8) };
}

const operationPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, operationName }) {
        if (!operation)
          throw new GraphQLError('The document does not hold one operation of the name asked for.', {
            extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
          });
        const scope = requestScope.getStore();
        if (scope && operationName !== null) scope.operationName = operationName.slice(0, 80);
      },
      async willSendResponse({ response }) {
        // Stock execution puts its notes on nulled fields here; a null that came from a hidden or missing entity is an answer, not a note.
        if (response.body.kind === 'single') delete response.body.singleResult.extensions;
      },
    };
  },
};
