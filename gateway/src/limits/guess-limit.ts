import { createHash } from 'node:crypto';
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { requestScope } from '../request-scope.js';
import type { GatewayContext } from '../subgraph-call.js';
import type { GuessableFields } from './guessable-fields.js';

/** What limits guesses: how many an address has in a minute, and who is told of each refusal. */
export type GuessLimitOptions = {
  readonly guessesPerMinute: number;
  readonly fields: () => GuessableFields;
  /** Several gateways with one Redis count together; while it is away each counts for itself. */
  readonly redis: Redis | undefined;
  readonly onRefusal: () => void;
};

const windowSeconds = 60;

/**
 * Refuses an operation with `@guessable` fields when its address has asked too many in the last minute, before anything is planned.
 * Whoever is signed in is counted by their address too, so that many accounts give no more guesses than none.
 */
export function createGuessLimitPlugin(options: GuessLimitOptions): ApolloServerPlugin<GatewayContext> {
  const { guessesPerMinute, fields, redis, onRefusal } = options;
  const counting = { keyPrefix: 'guildhall:rate:guess', points: guessesPerMinute, duration: windowSeconds };
  const memory = new RateLimiterMemory(counting);
  const limiter = redis ? new RateLimiterRedis({ ...counting, storeClient: redis, insuranceLimiter: memory }) : memory;
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operationName }) {
          const guesses = fields()(document, operationName);
          if (guesses === 0) return;
          const refused = await limiter.consume(keyOf(requestScope.getStore()?.address), guesses).then(
            () => undefined,
            (error: unknown) => {
              if (error instanceof RateLimiterRes) return error;
              throw error;
            },
          );
          if (refused === undefined) return;
          onRefusal();
          throw tooManyGuesses(guessesPerMinute, Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)));
        },
      };
    },
  };
}

/** A digest, so that neither memory nor Redis holds an address. */
function keyOf(address = ''): string {
  return createHash('sha256').update(`guess ${address}`).digest('base64url').slice(0, 22);
}

function tooManyGuesses(allowed: number, retryAfterSeconds: number): GraphQLError {
  return new GraphQLError(`More than ${allowed} of these requests came from one address within a minute. Slow down.`, {
    extensions: {
      code: 'RATE_LIMITED',
      http: { status: 429, headers: new HeaderMap([['retry-after', String(retryAfterSeconds)]]) },
    },
  });
}
