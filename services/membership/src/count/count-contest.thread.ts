/* Counts one contest, apart from the thread that answers requests. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { countPapers, type Count } from '@guildhall/stv';
import type { CountTask } from './count-result.js';

/** Counts a contest; equal tasks give equal counts. */
export function countTask({ ballots, ron, ...contest }: CountTask): Count {
  return countPapers(ballots, ron === undefined ? contest : { ...contest, ron });
}

// This file is also the thread: whoever only imports it counts nothing.
if (!isMainThread && isTask(workerData)) parentPort?.postMessage(countTask(workerData));

function isTask(value: unknown): value is CountTask {
  return typeof value === 'object' && value !== null && 'ballots' in value && 'seed' in value;
}
