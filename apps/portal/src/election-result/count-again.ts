import type { RecountAnswer, RecountRequest } from './recount-request.js';

/** Counts in a worker of this browser; rejects when the worker cannot run. Nothing leaves the device. */
export function countAgain(request: RecountRequest): Promise<RecountAnswer> {
  const worker = new Worker(new URL('./recount.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<RecountAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<RecountAnswer>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
