import { Worker } from 'node:worker_threads';
import type { Count } from '@guildhall/stv';
import type { Counter } from './count-result.js';

/** A counter that gives every count a thread of its own and ends it afterwards. */
export function createCounter(): Counter {
  // Tests run the source as it is written, and the thread with it.
  const file = import.meta.url.endsWith('.ts') ? './count-contest.thread.ts' : './count-contest.thread.js';
  return {
    count: (task) =>
      new Promise<Count>((resolve, reject) => {
        const thread = new Worker(new URL(file, import.meta.url), {
          workerData: task,
          env: {},
          resourceLimits: { maxOldGenerationSizeMb: 512 },
        });
        thread.once('message', (count: Count) => {
          resolve(count);
          void thread.terminate();
        });
        // What went wrong may hold a ballot, so it is not told.
        thread.once('error', () => {
          reject(new Error('a contest could not be counted'));
        });
        thread.once('exit', () => {
          reject(new Error('a contest could not be counted'));
        });
      }),
  };
}
