import { randomUUID } from 'node:crypto';
import {
  cloudEventType,
  createOutbox,
  storeReceived,
  type EventHandler,
  type EventHandlers,
  type EventTransport,
  type ReceivedEvent,
  type ServiceName,
} from '@guildhall/events';
import { createServiceDataSource, systemClock, systemIds } from '@guildhall/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { createTestDatabase } from '../test-database.js';
import { noteService } from './note-service.js';

const ids = systemIds(systemClock);

/** One effect of an event, in the order in which effects were made. */
export type Effect = { readonly aggregateId: string; readonly sequence: number };

/** The tables of the spine in a database of their own, with nothing running over them. */
export class SpineDatabase {
  private constructor(
    readonly name: ServiceName,
    readonly dataSource: DataSource,
    readonly drop: () => Promise<void>,
  ) {}

  static async create(name: ServiceName): Promise<SpineDatabase> {
    const definition = noteService({ name });
    const database = await createTestDatabase(definition);
    const dataSource = await createServiceDataSource(definition, {
      databaseUrl: database.url,
      poolSize: 10,
    }).initialize();
    return new SpineDatabase(name, dataSource, async () => {
      await dataSource.destroy();
      await database.drop();
    });
  }

  /** Appends a change of status per sequence number of the member, in the transaction given or one of its own. */
  async append(memberId: string, count = 1, manager?: EntityManager): Promise<void> {
    const work = async (within: EntityManager): Promise<void> => {
      const outbox = createOutbox(within, systemClock, ids);
      for (let index = 0; index < count; index += 1)
        await outbox.append('MemberStatusChanged', memberId, { memberId, status: 'ACTIVE' });
    };
    await (manager === undefined ? this.dataSource.transaction(work) : work(manager));
  }

  /** What arrived, as it waits in the inbox. */
  receive(events: readonly ReceivedEvent[], now: Date): Promise<void> {
    return storeReceived(this.dataSource.manager, events, now);
  }

  async received(): Promise<readonly Effect[]> {
    return this.dataSource.query(
      'select aggregate_id as "aggregateId", sequence from inbox_event order by received_order',
    );
  }

  async effects(): Promise<readonly Effect[]> {
    return this.dataSource.query('select aggregate_id as "aggregateId", sequence from effect order by place');
  }

  async undelivered(subscriber: ServiceName): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      'select count(*)::int from outbox_delivery where subscriber = $1',
      [subscriber],
    );
    return row?.count ?? 0;
  }
}

/** A change of a member's status as membership sends it. */
export function statusEvent(memberId: string, sequence: number): ReceivedEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    type: cloudEventType('MemberStatusChanged'),
    source: 'membership',
    time: '2026-10-05T09:00:00.000Z',
    subject: memberId,
    aggregate: 'Member',
    sequence,
    datacontenttype: 'application/json',
    name: 'MemberStatusChanged',
    data: { memberId, status: 'ACTIVE' },
  };
}

/** Writes down that the event was applied. */
export const recordEffect: EventHandler<'MemberStatusChanged'> = async (manager, event) => {
  await manager.query('insert into effect (event_id, aggregate_id, sequence) values ($1, $2, $3)', [
    event.id,
    event.subject,
    event.sequence,
  ]);
};

/** Handlers that do nothing but write down what was applied. */
export const recordingHandlers: EventHandlers = { MemberStatusChanged: recordEffect };

/** Carries events straight into the inboxes of the databases given; others are down. */
export function directTransport(receivers: readonly SpineDatabase[]): EventTransport {
  return {
    async deliver(subscriber, events) {
      const receiver = receivers.find(({ name }) => name === subscriber);
      if (receiver === undefined) throw new Error(`${subscriber} is down`);
      await receiver.receive(events, new Date());
    },
  };
}
