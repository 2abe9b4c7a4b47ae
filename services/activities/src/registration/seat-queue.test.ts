import { describe, expect, it } from '@jest/globals';
import { createSeatQueue } from './seat-queue.js';

/** Work that ends when it is told to. */
function controlled() {
  const done = Promise.withResolvers<string>();
  const started: string[] = [];
  return { started, end: () => done.resolve('done'), work: (name: string) => () => (started.push(name), done.promise) };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the queue in front of the seats', () => {
  it('lets one activity in one at a time, in the order of arrival', async () => {
    const queue = createSeatQueue({ perActivity: 1, total: 4 });
    const order: number[] = [];
    let inside = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_unused, index) =>
        queue.enter('concert', async () => {
          inside += 1;
          expect(inside).toBe(1);
          await settle();
          order.push(index);
          inside -= 1;
        }),
      ),
    );
    expect(order).toEqual(Array.from({ length: 20 }, (_unused, index) => index));
  });

  it('holds no activity up for another, up to the number that may run in all', async () => {
    const queue = createSeatQueue({ perActivity: 1, total: 2 });
    const { started, end, work } = controlled();
    const entered = ['concert', 'hike', 'match'].map((name) => queue.enter(name, work(name)));
    await settle();
    expect(started).toEqual(['concert', 'hike']);
    end();
    expect(await Promise.all(entered)).toEqual(['done', 'done', 'done']);
    expect(started).toEqual(['concert', 'hike', 'match']);
  });

  it('goes on after work that failed', async () => {
    const queue = createSeatQueue({ perActivity: 1, total: 1 });
    const failed = queue.enter('concert', () => Promise.reject(new Error('no seat')));
    const next = queue.enter('concert', () => Promise.resolve('seat'));
    await expect(failed).rejects.toThrow('no seat');
    expect(await next).toBe('seat');
  });
});
