import { Worker } from 'node:worker_threads';
import type { OpenedPapers, OpeningTask } from './ballot.js';

/** Opens the sealed ballots of one contest, apart from the thread that answers requests. */
export interface BallotOpener {
  open(task: OpeningTask): Promise<readonly OpenedPapers[]>;
}

/** An opener that gives every contest a thread of its own and ends it afterwards; with it the keys are gone from its memory. */
export function createBallotOpener(): BallotOpener {
  // Tests run the source as it is written, and the thread with it.
  const file = import.meta.url.endsWith('.ts') ? './open-ballots.thread.ts' : './open-ballots.thread.js';
  return {
    open: (task) =>
      new Promise<readonly OpenedPapers[]>((resolve, reject) => {
        const thread = new Worker(new URL(file, import.meta.url), {
          workerData: task,
          env: {},
          resourceLimits: { maxOldGenerationSizeMb: 512 },
        });
        // What went wrong may hold a key or a ballot, so it is not told.
        const fail = (): void => reject(new Error('the ballots of a contest could not be opened'));
        thread.once('message', (opened: readonly OpenedPapers[]) => {
          resolve(opened);
          void thread.terminate();
        });
        thread.once('error', fail);
        thread.once('exit', fail);
      }),
  };
}
