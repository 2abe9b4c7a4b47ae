import type { RetrySettings } from './traffic-settings.js';

/** Retries that are saved up at most. */
const savedMax = 30;

/**
 * Bounds how much retries may add to the load of a service that is already in trouble: each first call earns a part of a
 * retry, each second a few whole ones. `now` counts milliseconds.
 */
export class RetryBudget {
  readonly #settings: RetrySettings;
  readonly #now: () => number;
  #tokens: number;
  #countedAt: number;

  constructor(settings: RetrySettings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
    this.#tokens = settings.budgetPerSecond;
    this.#countedAt = now();
  }

  /** Counts a first call. */
  earn(): void {
    this.#tokens = Math.min(this.#tokens + this.#settings.budgetShare, savedMax);
  }

  /** Takes one retry; false when there is none left. */
  spend(): boolean {
    const now = this.#now();
    const earned = ((now - this.#countedAt) / 1_000) * this.#settings.budgetPerSecond;
    this.#countedAt = now;
    this.#tokens = Math.min(this.#tokens + earned, savedMax);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
