/** Things to end, last started first. Ending twice is ending once. */
export class StopStack {
  readonly #stops: (() => Promise<void>)[] = [];
  #ending: Promise<void> | undefined;

  /** Remembers how to end something that has just been started; when everything else has ended already, it ends at once. */
  push(stop: () => Promise<void>): void {
    this.#stops.push(stop);
    if (this.#ending !== undefined) void this.stop();
  }

  /** Ends everything; a failure to end one thing does not keep the others alive. */
  stop(): Promise<void> {
    this.#ending = (this.#ending ?? Promise.resolve()).then(() => this.#run());
    return this.#ending;
  }

  async #run(): Promise<void> {
    for (let stop = this.#stops.pop(); stop !== undefined; stop = this.#stops.pop())
      await stop().catch(() => undefined);
  }
}
