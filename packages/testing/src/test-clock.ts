import type { Clock } from '@guildhall/kernel';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Date;

  constructor(start: string) {
    this.#now = new Date(start);
  }

  now(): Date {
    return this.#now;
  }

  /** Jumps to an instant. */
  set(instant: string): void {
    this.#now = new Date(instant);
  }

  /** Lets time pass, in milliseconds. */
  advance(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}
