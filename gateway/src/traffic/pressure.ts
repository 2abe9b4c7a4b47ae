import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { SheddingSettings } from './traffic-settings.js';

/** How hard the process has it; `stop` ends the measuring. */
export type Pressure = {
  /** Whether the event loop has been late for two samples, or the heap is nearly full. */
  isHigh(): boolean;
  /** Forgets what was measured so far: the process was late with work of its own, not with requests. */
  forgive(): void;
  stop(): void;
};

/** One look at the process: milliseconds the event loop was late at the 99th percentile since the last, and the share of the heap in use. */
export type PressureSample = { readonly loopDelayMs: number; readonly heapShare: number };

/** Milliseconds from one sample to the next. */
const samplePeriodMs = 500;
const resolutionMs = 20;
const nanosecondsPerMs = 1e6;

/** Measures this process from now on. The timer keeps no process alive. */
export function watchPressure(settings: SheddingSettings): Pressure {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  const judge = createJudge(settings);
  let isHigh = false;
  const timer = setInterval(() => {
    const heap = getHeapStatistics();
    const loopDelayMs = Math.max(histogram.percentile(99) / nanosecondsPerMs - resolutionMs, 0);
    histogram.reset();
    isHigh = judge({ loopDelayMs, heapShare: heap.used_heap_size / heap.heap_size_limit });
  }, samplePeriodMs);
  timer.unref();
  return {
    isHigh: () => isHigh,
    forgive: () => {
      histogram.reset();
      isHigh = false;
    },
    stop: () => {
      clearInterval(timer);
      histogram.disable();
    },
  };
}

/** Decides on each sample in turn. A single late one is a garbage collection or a start, not a load. */
export function createJudge({ loopDelayMaxMs, heapShareMax }: SheddingSettings): (sample: PressureSample) => boolean {
  let wasLate = false;
  return ({ loopDelayMs, heapShare }) => {
    const isLate = loopDelayMs > loopDelayMaxMs;
    const isHigh = (isLate && wasLate) || heapShare > heapShareMax;
    wasLate = isLate;
    return isHigh;
  };
}
