/*
 * Opens the sealed ballots of one contest, apart from the thread that answers requests, and puts together those that say the
 * same. What comes out holds no receipt and keeps no order.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ballotOpener, type OpenedBallot } from '@guildhall/ballot';
import type { OpenedPapers, OpeningTask } from './ballot.js';

/** How many ballots are opened at once: enough to keep the platform's own threads busy. */
const batchSize = 64;

/** Opens every ballot of a contest. */
export async function openBallots({ sealed, count, ...options }: OpeningTask): Promise<readonly OpenedPapers[]> {
  const open = await ballotOpener(options);
  const length = count === 0 ? 0 : sealed.length / count;
  const bundles = new Map<string, { preferences: readonly string[] | undefined; papers: number }>();
  for (let start = 0; start < count; start += batchSize) {
    const places = Array.from({ length: Math.min(batchSize, count - start) }, (_, place) => start + place);
    const opened = await Promise.all(
      places.map((place) => open(sealed.subarray(place * length, (place + 1) * length))),
    );
    for (const ballot of opened) addTo(bundles, ballot);
  }
  // In the order of what they say, so that the first of them was nobody's ballot.
  return [...bundles.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, bundle]) => bundle);
}

function addTo(
  bundles: Map<string, { preferences: readonly string[] | undefined; papers: number }>,
  ballot: OpenedBallot,
) {
  const preferences = ballot === 'SPOILT' ? undefined : ballot;
  const key = JSON.stringify(preferences ?? 'SPOILT');
  const bundle = bundles.get(key);
  if (bundle === undefined) bundles.set(key, { preferences, papers: 1 });
  else bundle.papers += 1;
}

// This file is also the thread: whoever only imports it opens nothing.
if (!isMainThread && isTask(workerData)) parentPort?.postMessage(await openBallots(workerData));

function isTask(value: unknown): value is OpeningTask {
  return typeof value === 'object' && value !== null && 'privateKeys' in value && 'sealed' in value;
}
