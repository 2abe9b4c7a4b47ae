import { HttpProblem } from '../http-problem.js';
import type { RateLimiter } from '../protocol/rate-limits.js';
import type { LoadShedder } from '../traffic/shed-load.js';
import type { GatewayMetrics } from './metrics.js';

/** A shedder whose refusals are counted. */
export function countShed(shedder: LoadShedder, { shed }: GatewayMetrics): LoadShedder {
  const counting =
    (admit: LoadShedder['arrive']): LoadShedder['arrive'] =>
    (reply) => {
      try {
        admit(reply);
      } catch (error) {
        shed.inc();
        throw error;
      }
    };
  return { running: shedder.running, arrive: counting(shedder.arrive), begin: counting(shedder.begin) };
}

/** A rate limiter whose refusals are counted; a limiter that fails has refused nobody. */
export function countRateLimited(limiter: RateLimiter, { rateLimited }: GatewayMetrics): RateLimiter {
  const note = (error: unknown): never => {
    if (error instanceof HttpProblem && error.code === 'RATE_LIMITED') rateLimited.inc();
    throw error;
  };
  return { take: (requester) => limiter.take(requester).catch(note) };
}
