/** How the gateway behaves towards services that are slow, gone or busy, and towards more requests than it can serve. */
export type TrafficSettings = {
  /** Milliseconds a service has for one call, waiting, retries and the answer's bytes included. */
  readonly subgraphDeadlineMs: number;
  /** Milliseconds one request has from its arrival; what is missing by then is answered with errors. */
  readonly requestDeadlineMs: number;
  /** Calls to one service at the same time; over HTTP also its connections. */
  readonly subgraphConcurrency: number;
  /** Calls that may wait for a place at one service; more are refused at once. */
  readonly subgraphQueue: number;
  /** Bytes of one answer of a service over HTTP. */
  readonly answerBytesMax: number;
  /** Whether identical queries of one caller that are under way at the same time are sent once. */
  readonly shareInFlight: boolean;
  readonly retry: RetrySettings;
  readonly breaker: BreakerSettings;
  readonly shedding: SheddingSettings;
};

/** Queries alone are sent again, and never more than the budget allows. */
export type RetrySettings = {
  /** Times one query may be sent again. */
  readonly retriesMax: number;
  /** Milliseconds of the first pause at most; it doubles from one to the next, and each is a random part of it. */
  readonly pauseMs: number;
  /** The longest `Retry-After` that is waited for, in milliseconds; with a longer one the call fails at once. */
  readonly retryAfterMaxMs: number;
  /** Retries each first call earns. */
  readonly budgetShare: number;
  /** Retries earned each second, so that a quiet service can be retried too. */
  readonly budgetPerSecond: number;
};

/** When a service that fails is left alone, and for how long. */
export type BreakerSettings = {
  /** The latest calls that are looked at. */
  readonly window: number;
  /** Fewer calls than these decide nothing. */
  readonly callsMin: number;
  /** The share of failed ones beyond which calls stop. */
  readonly failureShare: number;
  /** Milliseconds until one call may try again. */
  readonly probeAfterMs: number;
};

/** From where on new requests are refused with 503. */
export type SheddingSettings = {
  /** Requests being executed at the same time. */
  readonly requestsMax: number;
  /** Requests below which neither a slow event loop nor a full heap refuses any. */
  readonly requestsFloor: number;
  /** Milliseconds the event loop may be late, at the 99th percentile of a sample; two samples in a row decide. */
  readonly loopDelayMaxMs: number;
  /** The share of the heap limit that may be in use. */
  readonly heapShareMax: number;
};

/** What holds where nothing else is said. */
export const defaultTrafficSettings: TrafficSettings = {
  subgraphDeadlineMs: 10_000,
  requestDeadlineMs: 20_000,
  subgraphConcurrency: 128,
  subgraphQueue: 512,
  answerBytesMax: 16 * 1024 * 1024,
  shareInFlight: true,
  retry: { retriesMax: 2, pauseMs: 50, retryAfterMaxMs: 2_000, budgetShare: 0.1, budgetPerSecond: 3 },
  breaker: { window: 40, callsMin: 10, failureShare: 0.5, probeAfterMs: 2_000 },
  shedding: { requestsMax: 1_000, requestsFloor: 32, loopDelayMaxMs: 500, heapShareMax: 0.9 },
};
