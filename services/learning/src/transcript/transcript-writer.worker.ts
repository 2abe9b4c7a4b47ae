import { Worker } from 'node:worker_threads';
import type { TranscriptTask } from './write-transcript.thread.js';

/** Writes a transcript as a PDF in base64. */
export type TranscriptWriter = (task: TranscriptTask) => Promise<string>;

/** A writer that gives every transcript a thread of its own and ends it afterwards. */
export function createTranscriptWriter(): TranscriptWriter {
  // Tests run the source as it is written, and the thread with it.
  const file = import.meta.url.endsWith('.ts') ? './write-transcript.thread.ts' : './write-transcript.thread.js';
  return (task) =>
    new Promise<string>((resolve, reject) => {
      const thread = new Worker(new URL(file, import.meta.url), {
        workerData: task,
        env: {},
        resourceLimits: { maxOldGenerationSizeMb: 512 },
      });
      thread.once('message', (pdf: Uint8Array) => {
        resolve(Buffer.from(pdf).toString('base64'));
        void thread.terminate();
      });
      // What went wrong may hold somebody's record, so it is not told.
      thread.once('error', () => {
        reject(new Error('a transcript could not be written'));
      });
      thread.once('exit', () => {
        reject(new Error('a transcript could not be written'));
      });
    });
}
