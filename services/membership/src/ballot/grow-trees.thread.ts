/*
 * Grows the trees over the receipts of contests, apart from the thread that answers requests: a large one takes thousands of
 * hashes.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { treeOf, type ReceiptTree } from '@guildhall/ballot';

/** Grows a tree over each list of receipts, in the same order. */
export const growTrees = (lists: readonly (readonly string[])[]): readonly ReceiptTree[] => lists.map(treeOf);

// This file is also the thread: whoever only imports it grows nothing.
if (!isMainThread && isLists(workerData)) parentPort?.postMessage(growTrees(workerData));

function isLists(value: unknown): value is readonly (readonly string[])[] {
  return Array.isArray(value) && value.every(Array.isArray);
}
