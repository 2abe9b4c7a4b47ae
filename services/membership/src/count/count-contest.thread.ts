/* Counts one contest, apart from the thread that answers requests. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { countPapers } from '@guildhall/stv';
import type { CountTask } from './count-result.js';

// Whoever only imports this file counts nothing.
if (!isMainThread && isTask(workerData)) {
  const { ballots, ron, ...contest } = workerData;
  parentPort?.postMessage(countPapers(ballots, ron === undefined ? contest : { ...contest, ron }));
}

function isTask(value: unknown): value is CountTask {
  return typeof value === 'object' && value !== null && 'ballots' in value && 'seed' in value;
}
