import { randomStream, type RandomStream } from './random-stream.js';

/** The full union of 20,000 members, or a tenth of it for quick starts and tests. */
export type DemoSize = 'small' | 'full';

/** What the demo union depends on, and nothing else: the same anchor and size give the same rows. */
export type DemoOptions = {
  /** The instant that the demo union takes for "now". */
  readonly anchor: Date;
  readonly size: DemoSize;
};

/** What every generator needs: the anchor, how many rows of a full union's number to make, and its own stream of chance. */
export type DemoContext = {
  readonly anchor: Date;
  readonly size: DemoSize;
  readonly scaled: (full: number) => number;
  readonly stream: (label: string) => RandomStream;
};

/** Prepares the context; chance does not depend on the anchor, so that people keep their names when the date moves. */
export function demoContext({ anchor, size }: DemoOptions): DemoContext {
  return {
    anchor,
    size,
    scaled: (full) => (size === 'full' ? full : Math.round(full / 10)),
    stream: (label) => randomStream(`${size}/${label}`),
  };
}
