import type { Clock, IdSource } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { eventSchemas, streamOf, streams, type EventData, type EventType } from './catalogue.js';
import { cloudEventType, type ReceivedEvent } from './envelope.js';

/** Appends events inside the current transaction; they leave the service only if it commits. */
export interface Outbox {
  /** Records that something happened to an aggregate. Throws when the facts do not fit the catalogue. */
  append<Type extends EventType>(name: Type, aggregateId: string, data: EventData<Type>): Promise<void>;
}

const takeSequence = `
  insert into event_sequence (aggregate, aggregate_id, last) values ($1, $2, 1)
  on conflict (aggregate, aggregate_id) do update set last = event_sequence.last + 1
  returning last`;

const insertEvent = `
  with event as (
    insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
    values ($1, $2, $3, $4, $5, $6, $7) returning position
  )
  insert into outbox_delivery (subscriber, position) select unnest($8::text[]), position from event`;

/**
 * An outbox over one transaction. The sequence row stays locked until the transaction ends, so that within an
 * aggregate the order of sequences is the order of commits.
 */
export function createOutbox(manager: EntityManager, clock: Clock, ids: IdSource): Outbox {
  return {
    async append(name, aggregateId, data) {
      const aggregate = streamOf[name];
      const facts = eventSchemas[name].parse(data);
      const rows: readonly { last: number }[] = await manager.query(takeSequence, [aggregate, aggregateId]);
      const sequence = rows[0]?.last;
      const { subscribers } = streams[aggregate];
      await manager.query(insertEvent, [ids.ordered(), aggregate, aggregateId, sequence, name, clock.now(), facts, subscribers]);
    },
  };
}

/** One undelivered event with its place in the outbox. */
export type OutboxRow = { readonly position: string; readonly event: ReceivedEvent };

type StoredRow = {
  position: string; id: string; aggregate: ReceivedEvent['aggregate']; aggregate_id: string;
  sequence: number; name: EventType; time: Date; data: unknown;
};

/**
 * Locks and returns the oldest events that the subscriber does not have yet. A row that commits late is simply found
 * later: nothing here compares with a highest position seen.
 */
export async function lockUndelivered(manager: EntityManager, subscriber: string, limit: number): Promise<readonly OutboxRow[]> {
  const rows: readonly StoredRow[] = await manager.query(
    `select e.* from outbox_delivery d join outbox_event e using (position)
     where d.subscriber = $1 order by d.position limit $2 for update of d skip locked`,
    [subscriber, limit],
  );
  return rows.map((row) => ({ position: row.position, event: toEnvelope(row) }));
}

/** Marks events as delivered to the subscriber. */
export async function markDelivered(manager: EntityManager, subscriber: string, rows: readonly OutboxRow[]): Promise<void> {
  const positions = rows.map((row) => row.position);
  await manager.query('delete from outbox_delivery where subscriber = $1 and position = any($2::bigint[])', [subscriber, positions]);
}

/** Deletes events that every subscriber got and that are older than the given instant. */
export async function deleteDelivered(manager: EntityManager, before: Date): Promise<void> {
  await manager.query(
    `delete from outbox_event e where e.time < $1
     and not exists (select 1 from outbox_delivery d where d.position = e.position)`,
    [before],
  );
}

function toEnvelope(row: StoredRow): ReceivedEvent {
  return {
    specversion: '1.0',
    id: row.id,
    type: cloudEventType(row.name),
    source: streams[row.aggregate].source,
    time: row.time.toISOString(),
    subject: row.aggregate_id,
    aggregate: row.aggregate,
    sequence: row.sequence,
    datacontenttype: 'application/json',
    name: row.name,
    data: row.data,
  };
}
