/** Where progress is shown. */
export type ProgressStream = { readonly isTTY?: boolean; write(text: string): unknown };

const width = 30;
const plainStep = 10;

/**
 * Shows how far a long step is: a bar that redraws itself on a terminal, a plain line for every tenth part elsewhere.
 */
export class ProgressBar {
  readonly #stream: ProgressStream;
  readonly #label: string;
  #shown = -1;

  constructor(stream: ProgressStream, label: string) {
    this.#stream = stream;
    this.#label = label;
  }

  /** Shows that `done` of `total` are done. */
  show(done: number, total: number): void {
    const percent = total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100));
    const step = this.#stream.isTTY === true ? percent : percent - (percent % plainStep);
    if (step <= this.#shown) return;
    this.#shown = step;
    const figures = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    if (this.#stream.isTTY !== true) this.#stream.write(`${this.#label}: ${step} % (${figures})\n`);
    else
      this.#stream.write(
        `\r${this.#label} [${'#'.repeat(Math.round((percent / 100) * width)).padEnd(width, '.')}] ${percent} % (${figures})\u001b[K`,
      );
  }

  /** Leaves the line of the bar. */
  end(): void {
    if (this.#stream.isTTY === true && this.#shown >= 0) this.#stream.write('\n');
  }
}
