/** Things to end, last started first. Ending twice is ending once. */
export class StopStack {
  readonly #stops: (() => Promise<void>)[] = [];
  #ending: Promise<void> | undefined;

  /** Remembers how to end something that has just been started. */
  push(stop: () => Promise<void>): void {
    this.#stops.push(stop);
  }

  /** Ends everything; a failure to end one thing does not keep the others alive. */
  stop(): Promise<void> {
    this.#ending ??= this.#run();
    return this.#ending;
  }

  async #run(): Promise<void> {
    for (const stop of this.#stops.reverse()) await stop().catch(() => undefined);
  }
}
