/*
 * A queue in front of the seats: those who want one of the same activity wait in memory, in the order in which they came,
 * and are settled together, many in one transaction. So a rush takes the activity's lock a few dozen times instead of
 * thousands of times, and readers find connections. Correctness rests on the lock alone, so several processes may each
 * have a queue of their own.
 */

/** Takes requests in the order of their arrival and answers each. */
export interface SeatQueue<Request, Answer> {
  enter(activityId: string, request: Request): Promise<Answer>;
}

/** How many are settled together at the most, and how many activities at the same time. */
export type SeatQueueLimits = { readonly perBatch: number; readonly activities: number };

/** A hundred insertions are a few milliseconds; four activities at once leave most of a pool to readers (decision 0020). */
export const seatQueueLimits: SeatQueueLimits = { perBatch: 100, activities: 4 };

/** Settles a batch of one activity; the answers stand in the order of the requests. */
export type Settle<Request, Answer> = (activityId: string, requests: readonly Request[]) => Promise<readonly Answer[]>;

type Waiting<Request, Answer> = { readonly request: Request; readonly answer: PromiseWithResolvers<Answer> };

/** A queue of this process. A batch that fails fails each of its requests, and no other. */
export function createSeatQueue<Request, Answer>(
  { perBatch, activities }: SeatQueueLimits,
  settle: Settle<Request, Answer>,
): SeatQueue<Request, Answer> {
  const lines = new Map<string, Waiting<Request, Answer>[]>();
  const gate = createGate(activities);

  const settleBatch = async (activityId: string, batch: readonly Waiting<Request, Answer>[]): Promise<void> => {
    try {
      const answers = await settle(
        activityId,
        batch.map(({ request }) => request),
      );
      if (answers.length !== batch.length) throw new Error('every request of a batch gets one answer');
      answers.forEach((answer, index) => batch[index]?.answer.resolve(answer));
    } catch (error) {
      for (const { answer } of batch) answer.reject(error);
    }
  };

  const work = async (activityId: string, line: Waiting<Request, Answer>[]): Promise<void> => {
    while (line.length > 0) await gate.pass(() => settleBatch(activityId, line.splice(0, perBatch)));
    lines.delete(activityId);
  };

  return {
    enter(activityId, request) {
      const waiting = { request, answer: Promise.withResolvers<Answer>() };
      const line = lines.get(activityId);
      if (line !== undefined) line.push(waiting);
      else {
        const opened = [waiting];
        lines.set(activityId, opened);
        void work(activityId, opened);
      }
      return waiting.answer.promise;
    },
  };
}

/** Lets at most `width` through at once, first come first served. */
function createGate(width: number): { pass(work: () => Promise<void>): Promise<void> } {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    async pass(work) {
      if (inside >= width) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside += 1;
      try {
        await work();
      } finally {
        // A place is handed on, not freed: nobody who comes later can slip in between.
        const next = waiting.shift();
        if (next === undefined) inside -= 1;
        else next();
      }
    },
  };
}
