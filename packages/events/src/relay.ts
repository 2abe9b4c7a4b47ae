import type { DataSource } from 'typeorm';
import type { ServiceName } from './streams.js';
import type { ReceivedEvent } from './envelope.js';
import { hasUndelivered, lockUndelivered, markDelivered } from './outbox.js';
import { startLoop, type Loop } from './loop.js';

/** Carries events to a subscriber's inbox. Resolves once the subscriber has stored them; may deliver twice, never loses. */
export interface EventTransport {
  deliver(subscriber: ServiceName, events: readonly ReceivedEvent[]): Promise<void>;
}

/** What a relay needs. `onFailure` is told of a subscriber that could not be reached; the relay tries again by itself. */
export type RelayOptions = {
  readonly dataSource: DataSource;
  readonly subscribers: readonly ServiceName[];
  readonly transport: EventTransport;
  readonly onFailure: (subscriber: ServiceName, error: unknown) => void;
};

const batchSize = 500;

/**
 * Delivers a service's outbox, one independent loop per subscriber, so that a subscriber that is down delays nobody
 * else. `wake` after a commit delivers at once; polling finds what other processes wrote.
 */
export function startRelay({ dataSource, subscribers, transport, onFailure }: RelayOptions): Loop {
  const loops = subscribers.map((subscriber) =>
    startLoop({
      step: async () => {
        if (!(await hasUndelivered(dataSource.manager, subscriber))) return 'idle';
        return dataSource.transaction(async (manager) => {
          const rows = await lockUndelivered(manager, subscriber, batchSize);
          if (rows.length === 0) return 'idle';
          await transport.deliver(
            subscriber,
            rows.map((row) => row.event),
          );
          await markDelivered(manager, subscriber, rows);
          return 'busy';
        });
      },
      onFailure: (error) => onFailure(subscriber, error),
    }),
  );
  return {
    wake: () => loops.forEach((loop) => loop.wake()),
    stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))),
  };
}
