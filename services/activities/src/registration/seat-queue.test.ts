import { describe, expect, it } from '@jest/globals';
import { createSeatQueue, type Settle } from './seat-queue.js';

const settleSoon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Settles after a turn of the loop, and remembers what came together. */
function remembering() {
  const batches: { readonly activityId: string; readonly requests: readonly number[] }[] = [];
  const settle: Settle<number, string> = async (activityId, requests) => {
    batches.push({ activityId, requests });
    await settleSoon();
    return requests.map((request) => `${activityId} ${request}`);
  };
  return { batches, settle };
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_unused, index) => index);

describe('the queue in front of the seats', () => {
  it('answers everybody with their own answer, in the order of arrival, as many together as allowed', async () => {
    const { batches, settle } = remembering();
    const queue = createSeatQueue({ perBatch: 10, activities: 4 }, settle);
    const answers = await Promise.all(numbers(25).map((number) => queue.enter('concert', number)));
    expect(answers).toEqual(numbers(25).map((number) => `concert ${number}`));
    expect(batches.flatMap(({ requests }) => requests)).toEqual(numbers(25));
    expect(Math.max(...batches.map(({ requests }) => requests.length))).toBe(10);
    expect(batches.length).toBeLessThan(6);
  });

  it('settles one batch of an activity after the other, and another activity meanwhile', async () => {
    const inside = new Map<string, number>();
    const together = new Set<string>();
    const queue = createSeatQueue<number, number>({ perBatch: 2, activities: 2 }, async (activityId, requests) => {
      expect(inside.get(activityId) ?? 0).toBe(0);
      inside.set(activityId, 1);
      together.add(
        [...inside]
          .filter(([, count]) => count > 0)
          .map(([name]) => name)
          .sort()
          .join('+'),
      );
      await settleSoon();
      inside.set(activityId, 0);
      return requests;
    });
    await Promise.all(
      ['concert', 'hike', 'match'].flatMap((name) => numbers(6).map((number) => queue.enter(name, number))),
    );
    expect(together).toContain('concert+hike');
    expect(together).not.toContain('concert+hike+match');
  });

  it('fails those of a failed batch and goes on with the next', async () => {
    let calls = 0;
    const queue = createSeatQueue<number, number>({ perBatch: 2, activities: 1 }, async (_activityId, requests) => {
      await settleSoon();
      calls += 1;
      if (calls === 2) throw new Error('the database is away');
      return requests;
    });
    const outcomes = await Promise.allSettled(numbers(5).map((number) => queue.enter('concert', number)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await queue.enter('concert', 9)).toBe(9);
  });
});
