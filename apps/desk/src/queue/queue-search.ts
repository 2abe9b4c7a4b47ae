import type { CaseQueuePart } from '../generated/queue/graphql.js';

/** The parts of the queue, in the order people look into them. */
export const queueParts = ['OPEN', 'UNASSIGNED', 'OVER'] as const satisfies readonly CaseQueuePart[];

/** Which part of the queue the address names. */
export type QueueSearch = { readonly part?: CaseQueuePart };

/** Reads the address: without a word, the cases that are not over. */
export function readQueueSearch(search: Readonly<Record<string, unknown>>): QueueSearch {
  const part = queueParts.find((each) => each === search['part']);
  return part === undefined || part === 'OPEN' ? {} : { part };
}
