import type { PlanStep } from '../execution/plan-steps.js';

/** How a call to a service ended, as the request saw it. */
export type CallOutcome =
  | 'ok'
  | 'errors'
  | 'unavailable'
  | 'circuit_open'
  | 'deadline'
  | 'overloaded'
  | 'fault'
  | 'cancelled';

/** One call to a service: when it began, counted from the request, and how long it took, in milliseconds. */
export type CallTiming = {
  readonly service: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: CallOutcome;
};

/** Where the time of a request goes. */
export type RequestTimings = {
  /** On the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly calls: CallTiming[];
  /** Milliseconds until there was a plan, made or found. */
  planMs?: number;
  /** What the request runs; nothing when the gateway answers by itself. */
  step?: PlanStep;
};

/** Timings of a request that begins now. */
export function startTimings(): RequestTimings {
  return { startedAt: performance.now(), calls: [] };
}

/** What each service took of a request: its calls, their milliseconds together, and the longest. */
export function totalsByService(
  calls: readonly CallTiming[],
): Readonly<Record<string, { readonly calls: number; readonly totalMs: number; readonly longestMs: number }>> {
  const groups = Map.groupBy(calls, ({ service }) => service);
  return Object.fromEntries(
    [...groups].map(([service, own]) => {
      const durations = own.map(({ durationMs }) => durationMs);
      const totalMs = Math.round(durations.reduce((sum, duration) => sum + duration, 0));
      return [service, { calls: own.length, totalMs, longestMs: Math.round(Math.max(...durations)) }];
    }),
  );
}
