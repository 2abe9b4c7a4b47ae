import type { Clock, IdSource } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { eventSchemas, type EventData, type EventType } from './catalogue.js';
import { cloudEventType, type ReceivedEvent } from './envelope.js';
import { streamOf, streams } from './streams.js';

/** Appends events inside the current transaction; they leave the service only if it commits. */
export interface Outbox {
  /** Records that something happened to an aggregate. Throws when the facts do not fit the catalogue. */
  append<Type extends EventType>(name: Type, aggregateId: string, data: EventData<Type>): Promise<void>;
  /** As `append` for many aggregates, a thousand events a statement; events of one aggregate keep the order given. */
  appendMany<Type extends EventType>(name: Type, events: readonly NewEvent<Type>[]): Promise<void>;
}

/** One of many events of the same name. */
export type NewEvent<Type extends EventType> = { readonly aggregateId: string; readonly data: EventData<Type> };

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

const manyMax = 1000;

/** Sequence rows are taken in the order of their ids, so that two such statements wait for each other and never in a circle. */
const insertMany = `
  with input as (
    select * from jsonb_to_recordset($1::jsonb) as list(place int, id uuid, aggregate_id text, data jsonb)
  ), taken as (
    insert into event_sequence (aggregate, aggregate_id, last)
    select $2, aggregate_id, count(*) from input group by aggregate_id order by aggregate_id
    on conflict (aggregate, aggregate_id) do update set last = event_sequence.last + excluded.last
    returning aggregate_id, last
  ), event as (
    insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
    select i.id, $2, aggregate_id, t.last + 1 - row_number() over (partition by aggregate_id order by i.place desc), $3, $4, i.data
    from input i join taken t using (aggregate_id) order by i.place
    returning position
  )
  insert into outbox_delivery (subscriber, position) select unnest($5::text[]), position from event`;

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
      await manager.query(insertEvent, [
        ids.ordered(),
        aggregate,
        aggregateId,
        sequence,
        name,
        clock.now(),
        facts,
        subscribers,
      ]);
    },
    async appendMany(name, events) {
      const aggregate = streamOf[name];
      const { subscribers } = streams[aggregate];
      for (let from = 0; from < events.length; from += manyMax) {
        const rows = events.slice(from, from + manyMax).map(({ aggregateId, data }, place) => ({
          place,
          id: ids.ordered(),
          aggregate_id: aggregateId,
          data: eventSchemas[name].parse(data),
        }));
        await manager.query(insertMany, [JSON.stringify(rows), aggregate, name, clock.now(), subscribers]);
      }
    },
  };
}

// In order, or the planner may read the whole table for one row while the statistics of a busy hour last.
const firstUndelivered = 'select 1 from outbox_delivery where subscriber = $1 order by position limit 1';

/** Whether anything waits for the subscriber: one cheap statement, so that idle polling costs next to nothing. */
export async function hasUndelivered(manager: EntityManager, subscriber: string): Promise<boolean> {
  const rows: readonly unknown[] = await manager.query(firstUndelivered, [subscriber]);
  return rows.length > 0;
}

/** One undelivered event with its place in the outbox. */
export type OutboxRow = { readonly position: string; readonly event: ReceivedEvent };

type StoredRow = {
  position: string;
  id: string;
  aggregate: ReceivedEvent['aggregate'];
  aggregate_id: string;
  sequence: number;
  name: EventType;
  time: Date;
  data: unknown;
};

/**
 * Locks and returns the oldest events that the subscriber does not have yet. A row that commits late is simply found
 * later: nothing here compares with a highest position seen.
 */
export async function lockUndelivered(
  manager: EntityManager,
  subscriber: string,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const rows: readonly StoredRow[] = await manager.query(
    // The locked rows are fetched one by one: a join before the limit may read every delivered event first.
    `with next as materialized (
       select position from outbox_delivery where subscriber = $1 order by position limit $2 for update skip locked)
     select e.* from next cross join lateral (select * from outbox_event where position = next.position offset 0) e
     order by next.position`,
    [subscriber, limit],
  );
  return rows.map((row) => ({ position: row.position, event: toEnvelope(row) }));
}

/** Marks events as delivered to the subscriber. */
export async function markDelivered(
  manager: EntityManager,
  subscriber: string,
  rows: readonly OutboxRow[],
): Promise<void> {
  const positions = rows.map((row) => row.position);
  await manager.query('delete from outbox_delivery where subscriber = $1 and position = any($2::bigint[])', [
    subscriber,
    positions,
  ]);
}

/** Deletes at most `limit` events that every subscriber got and that are older than the instant; says how many. */
export async function deleteDelivered(manager: EntityManager, before: Date, limit: number): Promise<number> {
  const [, count]: readonly [unknown, number] = await manager.query(
    `delete from outbox_event where position in (
       select e.position from outbox_event e where e.time < $1
         and not exists (select 1 from outbox_delivery d where d.position = e.position)
       limit $2)`,
    [before, limit],
  );
  return count;
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
