/** Tells the time. It is injected: pure code never reads a clock by itself. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}
