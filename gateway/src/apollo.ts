import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Gateway } from './access/guard-gateway.js';
import { createCacheHeadersPlugin } from './caching/cache-headers-plugin.js';
import { toPublicError } from './format-error.js';
import type { AdmitCost } from './limits/admit-cost.js';
import { createCostPlugin } from './limits/cost-plugin.js';
import { knownOperationKindRule } from './limits/known-operation-kind-rule.js';
import type { OperationLimits } from './limits/operation-limits.js';
import { createOperationLimitsRule } from './limits/operation-limits-rule.js';
import { answerStatusPlugin } from './protocol/answer-status.js';
import { createPersistedQueries, type OperationPolicy } from './protocol/persisted-operations.js';
import { createProofPlugin, type ProvenOperations } from './protocol/proven-operations.js';
import { nameOperation, requestScope } from './request-scope.js';
import type { GatewayContext } from './subgraph-call.js';
import { type CountCost, createTelemetryPlugin } from './telemetry/telemetry-plugin.js';

/** What the GraphQL server is made of. */
export type ApolloOptions = {
  readonly app: FastifyInstance;
  readonly graph: Gateway;
  readonly services: ReadonlySet<string>;
  readonly environment: 'development' | 'production';
  readonly logger: Logger;
  /** `none` lifts the limits on what one operation may ask. */
  readonly limits: OperationLimits | 'none';
  /** Which operations run. */
  readonly operations: OperationPolicy;
  /** Where it is noted what need not be proven again. */
  readonly proven: ProvenOperations;
  /** Refuses what costs too much; undefined where there are no limits. */
  readonly admit: AdmitCost | undefined;
  readonly countCost: CountCost;
  /** Limits guesses, where requests are counted. */
  readonly guessLimit?: ApolloServerPlugin<GatewayContext>;
  /** The instant in milliseconds, by which kept answers age. */
  readonly now: () => number;
};

/** Apollo Server with every default that shows too much or accepts too much turned off. */
export function createApollo({
  app,
  graph,
  services,
  environment,
  logger,
  limits,
  operations,
  proven,
  admit,
  countCost,
  guessLimit,
  now,
}: ApolloOptions): ApolloServer<GatewayContext> {
  const isProduction = environment === 'production';
  return new ApolloServer<GatewayContext>({
    gateway: graph,
    introspection: !isProduction && operations.accept === 'any',
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: createPersistedQueries(operations, new InMemoryLRUCache()),
    // Signals belong to the process that started us; a library must not end it.
    stopOnTerminationSignals: false,
    parseOptions: limits === 'none' ? {} : { maxTokens: limits.tokens },
    validationRules:
      limits === 'none' ? [knownOperationKindRule] : [createOperationLimitsRule(limits), knownOperationKindRule],
    formatError: createErrorFormatter(services, logger),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => logger.warn('the GraphQL server reported a warning'),
      error: () => logger.error('the GraphQL server reported an error'),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(app),
      operationPlugin,
      createProofPlugin(proven),
      answerStatusPlugin,
      ...(guessLimit ? [guessLimit] : []),
      ...(limits === 'none' || !admit ? [] : [createCostPlugin(admit, limits.cost)]),
      createTelemetryPlugin(countCost, environment),
      // After all that add to an answer.
      createCacheHeadersPlugin(now),
    ],
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
        nameOperation(requestScope.getStore(), operationName);
      },
      async willSendResponse({ response }) {
        // Stock execution puts its notes on nulled fields here; a null that came from a hidden or missing entity is an answer, not a note.
        if (response.body.kind === 'single') delete response.body.singleResult.extensions;
      },
    };
  },
};
