import type { FastifyReply } from 'fastify';
import { HttpProblem } from '../http-problem.js';
import type { Pressure } from './pressure.js';
import type { SheddingSettings } from './traffic-settings.js';

/** Requests whose bodies may still be arriving, for each that may run: slow senders must not take the places of the others. */
const arrivingShare = 4;

/** Seconds after which a refused client may come back: random from 1 to so many, so that they do not all come at once. */
const retryAfterMaxSeconds = 4;

/** Turns requests away while there are too many. */
export type LoadShedder = {
  /** Refuses with 503 before anything of the body is read. */
  arrive(reply: FastifyReply): void;
  /** Takes a place for the time the request runs; refuses with 503 when none is left. */
  begin(reply: FastifyReply): void;
  /** Requests that run. */
  readonly running: () => number;
};

/**
 * Refuses new work before latency or memory collapse: beyond a number of requests at once, or when the process is in trouble while it
 * has work to do. A request counts from its last byte to the end of its answer or the departure of its client; what
 * a mutation still does then is bounded at the service.
 */
export function createLoadShedder(settings: SheddingSettings, pressure: Pressure): LoadShedder {
  let arriving = 0;
  let running = 0;
  const isBusy = (): boolean =>
    running >= settings.requestsMax || (running >= settings.requestsFloor && pressure.isHigh());
  return {
    running: () => running,
    arrive(reply) {
      if (isBusy() || arriving >= settings.requestsMax * arrivingShare) throw overloaded();
      arriving += 1;
      reply.raw.once('close', () => (arriving -= 1));
    },
    begin(reply) {
      // Many may have arrived in the same turn of the loop, before the first of them was counted.
      if (isBusy()) throw overloaded();
      running += 1;
      reply.raw.once('close', () => (running -= 1));
    },
  };
}

function overloaded(): HttpProblem {
  const seconds = 1 + Math.floor(Math.random() * retryAfterMaxSeconds);
  return new HttpProblem('The graph has more requests than it can serve now. Retry later.', {
    status: 503,
    code: 'OVERLOADED',
    headers: { 'retry-after': String(seconds) },
  });
}
