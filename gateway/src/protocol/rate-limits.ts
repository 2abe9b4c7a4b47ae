import { createHash } from 'node:crypto';
import type { Caller } from '@guildhall/service-identity';
import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from '../http-problem.js';

/** Requests in a minute. */
export type RateLimits = {
  /** Of one person, of one machine for itself, or of one address that shows no token. */
  readonly viewer: number;
  /** Of all people and machines that use one client, such as one web app. */
  readonly client: number;
  /** `@guessable` fields asked from one address. */
  readonly guess?: number;
};

/** The usual limits: twenty a second for whoever looks, what a whole union does through one app, and what a room of people types. */
export const defaultRateLimits: Required<RateLimits> = { viewer: 1_200, client: 120_000, guess: 30 };

/** Who is counted: the caller, or the address of somebody who showed no token. */
export type Requester = { readonly caller: Caller; readonly address: string };

/** Counts requests. */
export type RateLimiter = {
  /**
   * Counts one request and gives the headers that tell how much is left. Throws an HttpProblem with `RATE_LIMITED`, 429 and
   * `Retry-After` when there is nothing left.
   */
  take(requester: Requester): Promise<Readonly<Record<string, string>>>;
};

const windowSeconds = 60;

type Counter = { readonly name: keyof RateLimits; readonly quota: number; readonly limiter: RateLimiterAbstract };

/** Counts in this process, or in a Redis that several gateways share; while Redis is away each counts for itself. */
export function createRateLimiter(limits: RateLimits, redis?: Redis): RateLimiter {
  const [viewer, client] = (['viewer', 'client'] as const).map((name): Counter => {
    const options = { keyPrefix: `guildhall:rate:${name}`, points: limits[name], duration: windowSeconds };
    const memory = new RateLimiterMemory(options);
    const limiter = redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
    return { name, quota: limits[name], limiter };
  });
  return {
    async take({ caller, address }) {
      const clientId = 'clientId' in caller ? caller.clientId : undefined;
      const taken = await Promise.all([
        viewer && count(viewer, viewerKey(caller, address)),
        client && clientId !== undefined ? count(client, clientId) : undefined,
      ]);
      const told = taken.filter((one) => one !== undefined);
      const refused = told.find(({ isOver }) => isOver);
      const headers = headersOf(told);
      if (!refused) return headers;
      throw new HttpProblem(`More than ${refused.counter.quota} requests came within a minute. Slow down.`, {
        status: 429,
        code: 'RATE_LIMITED',
        headers: { ...headers, 'retry-after': String(refused.resetSeconds) },
      });
    },
  };
}

type Count = {
  readonly counter: Counter;
  readonly isOver: boolean;
  readonly left: number;
  readonly resetSeconds: number;
};

/** A key is a digest, so that neither memory nor Redis holds an address or an account. */
async function count(counter: Counter, key: string): Promise<Count> {
  const digest = createHash('sha256').update(key).digest('base64url').slice(0, 22);
  try {
    return countOf(counter, await counter.limiter.consume(digest), false);
  } catch (error) {
    if (error instanceof RateLimiterRes) return countOf(counter, error, true);
    throw error;
  }
}

function countOf(counter: Counter, { remainingPoints, msBeforeNext }: RateLimiterRes, isOver: boolean): Count {
  return {
    counter,
    isOver,
    left: Math.max(0, remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
  };
}

function viewerKey(caller: Caller, address: string): string {
  if ('subject' in caller) return `subject ${caller.subject}`;
  return 'clientId' in caller ? `client ${caller.clientId}` : `address ${address}`;
}

/** As draft-ietf-httpapi-ratelimit-headers has them: one item for each policy. */
function headersOf(counts: readonly Count[]): Readonly<Record<string, string>> {
  const policies = counts.map(({ counter }) => `"${counter.name}";q=${counter.quota};w=${windowSeconds}`);
  const states = counts.map(({ counter, left, resetSeconds }) => `"${counter.name}";r=${left};t=${resetSeconds}`);
  return { 'ratelimit-policy': policies.join(', '), ratelimit: states.join(', ') };
}
