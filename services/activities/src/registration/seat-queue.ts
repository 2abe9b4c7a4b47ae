/*
 * A queue in front of the database: those who want a seat of the same activity wait in memory, in the order in which they
 * came, instead of each holding a connection while it waits for the one row lock. It is a courtesy to everybody else;
 * correctness rests on the lock alone, so several processes may each have a queue of their own.
 */

/** Runs work for one activity after the work that came before it. */
export interface SeatQueue {
  enter<T>(activityId: string, work: () => Promise<T>): Promise<T>;
}

/** How much may run at once: per activity, so that the lock is never waited for by many; in all, so that reads find connections. */
export type SeatQueueLimits = { readonly perActivity: number; readonly total: number };

/** One per activity: more would only wait for each other’s lock. Four in all leave most of a pool to readers (decision 0020). */
export const seatQueueLimits: SeatQueueLimits = { perActivity: 1, total: 4 };

/** A queue of this process. */
export function createSeatQueue({ perActivity, total }: SeatQueueLimits): SeatQueue {
  const all = createGate(total);
  const gates = new Map<string, Gate>();
  return {
    async enter(activityId, work) {
      const gate = gates.get(activityId) ?? createGate(perActivity);
      gates.set(activityId, gate);
      try {
        return await gate.pass(() => all.pass(work));
      } finally {
        if (gate.isIdle()) gates.delete(activityId);
      }
    },
  };
}

type Gate = { pass<T>(work: () => Promise<T>): Promise<T>; isIdle(): boolean };

/** Lets at most `width` through at once, first come first served. */
function createGate(width: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    isIdle: () => inside === 0,
    async pass(work) {
      if (inside >= width) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside += 1;
      try {
        return await work();
      } finally {
        // A place is handed on, not freed: nobody who comes later can slip in between.
        const next = waiting.shift();
        if (next === undefined) inside -= 1;
        else next();
      }
    },
  };
}
