/** The parts of the queue: what waits for an answer, what was answered and goes on, and what is over. */
export const queueParts = ['open', 'answered', 'over'] as const;

/** One part of the queue. */
export type QueuePart = (typeof queueParts)[number];

/** Whose referrals and which: all, my own, those nobody works on, those whose answer is late. */
export const queueFilters = ['all', 'mine', 'nobody', 'late'] as const;

/** One way to narrow the queue. */
export type QueueFilter = (typeof queueFilters)[number];

/** What the address of the queue says; left out for what waits, and for all of it. */
export type QueueSearch = {
  readonly show?: Exclude<QueuePart, 'open'>;
  readonly only?: Exclude<QueueFilter, 'all'>;
};

/** Reads the part of the queue and its filter from the address; anything else is what waits, and all of it. */
export function readQueueSearch({ show, only }: Readonly<Record<string, unknown>>): QueueSearch {
  return {
    ...(show === 'answered' || show === 'over' ? { show } : {}),
    ...(only === 'mine' || only === 'nobody' || only === 'late' ? { only } : {}),
  };
}
