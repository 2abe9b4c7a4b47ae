/** The parts of the queue: what waits for an answer, what was answered and goes on, and what is over. */
export const queueParts = ['open', 'answered', 'over'] as const;

/** One part of the queue. */
export type QueuePart = (typeof queueParts)[number];

/** What the address of the queue says; left out for what waits. */
export type QueueSearch = { readonly show?: Exclude<QueuePart, 'open'> };

/** Reads the part of the queue from the address; anything else is what waits. */
export function readQueueSearch({ show }: Readonly<Record<string, unknown>>): QueueSearch {
  return show === 'answered' || show === 'over' ? { show } : {};
}
