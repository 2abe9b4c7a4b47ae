/** One histogram: its name and meaning, the upper bounds of its buckets in rising order, and the one label it has, if any. */
export type HistogramOptions = {
  readonly name: string;
  readonly help: string;
  readonly buckets: readonly number[];
  readonly label?: string;
};

/** How many values fell into each bucket alone, the last being those above all bounds. */
type Series = { readonly counts: number[]; sum: number };

/**
 * A histogram in the text format of Prometheus that costs some tens of nanoseconds a value; that of the client library takes half a
 * microsecond and more, and a request has a dozen.
 */
export class LeanHistogram {
  readonly #options: HistogramOptions;
  readonly #series = new Map<string, Series>();

  constructor(options: HistogramOptions) {
    this.#options = options;
  }

  /** Counts a value; `of` is what the label says. */
  observe(value: number, of = ''): void {
    const { buckets } = this.#options;
    const series = this.#series.get(of) ?? this.#open(of);
    let index = 0;
    while (index < buckets.length && value > (buckets[index] ?? Infinity)) index += 1;
    series.counts[index] = (series.counts[index] ?? 0) + 1;
    series.sum += value;
  }

  /** All series, ending with a line break. */
  text(): string {
    const { name, help } = this.#options;
    const lines = [...this.#series].flatMap(([of, series]) => this.#linesOf(of, series));
    return [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`, ...lines, ''].join('\n');
  }

  #open(of: string): Series {
    const series = { counts: Array.from({ length: this.#options.buckets.length + 1 }, () => 0), sum: 0 };
    this.#series.set(of, series);
    return series;
  }

  #linesOf(of: string, { counts, sum }: Series): string[] {
    const { name, buckets, label } = this.#options;
    const own = label === undefined ? '' : `${label}="${escaped(of)}"`;
    let total = 0;
    const lines = counts.map((count, index) => {
      total += count;
      const bound = `le="${buckets[index] ?? '+Inf'}"`;
      return `${name}_bucket{${own === '' ? bound : `${bound},${own}`}} ${total}`;
    });
    const labels = own === '' ? '' : `{${own}}`;
    return [...lines, `${name}_sum${labels} ${sum}`, `${name}_count${labels} ${total}`];
  }
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
