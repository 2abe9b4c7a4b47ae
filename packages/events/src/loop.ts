/** A background loop that can be hurried and stopped. */
export interface Loop {
  /** Runs the next step now instead of at the next poll; the pause after a failure is kept. */
  wake(): void;
  /** Ends the loop after the running step. */
  stop(): Promise<void>;
}

/** What a loop does: a step says whether more work is waiting; a failed step is retried with a growing pause. */
export type LoopOptions = {
  readonly step: () => Promise<'busy' | 'idle'>;
  readonly onFailure: (error: unknown) => void;
  readonly pollMs?: number;
};

const defaultPollMs = 500;
const pauseMaxMs = 5_000;

/** Starts a loop that runs `step` until it is idle, then sleeps until the next poll or `wake`. */
export function startLoop({ step, onFailure, pollMs = defaultPollMs }: LoopOptions): Loop {
  let isStopped = false;
  let isWoken = false;
  let endSleep: (() => void) | undefined;

  const sleep = (ms: number, isOver: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (isOver()) return resolve();
      const timer = setTimeout(resolve, ms);
      endSleep = () => {
        if (!isOver()) return;
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    for (let failures = 0; !isStopped;) {
      isWoken = false;
      try {
        const outcome = await step();
        failures = 0;
        if (outcome === 'idle') await sleep(pollMs, () => isWoken || isStopped);
      } catch (error) {
        failures += 1;
        if (!isStopped) onFailure(error);
        // Not to be hurried: under load every commit wakes the loop, and what is down would be asked once per commit.
        await sleep(Math.min(pollMs * 2 ** Math.min(failures - 1, 4), pauseMaxMs), () => isStopped);
      }
    }
  };

  const done = run();
  return {
    wake() {
      isWoken = true;
      endSleep?.();
    },
    async stop() {
      isStopped = true;
      endSleep?.();
      await done;
    },
  };
}
