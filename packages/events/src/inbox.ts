import type { Clock } from '@guildhall/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { EventType } from './catalogue.js';
import { parseEvent, type DomainEvent, type ReceivedEvent } from './envelope.js';
import { startLoop, type Loop } from './loop.js';

/** Applies one kind of event inside the inbox transaction; throwing makes the event wait and, after enough tries, a dead letter. */
export type EventHandler<Type extends EventType = EventType> = (
  manager: EntityManager,
  event: DomainEvent<Type>,
) => Promise<void>;

/** Handlers by event name. Events of a subscribed stream without a handler are accepted and skipped. */
export type EventHandlers = { readonly [Type in EventType]?: EventHandler<Type> };

/** How often a failing event is tried before it becomes a dead letter. */
export const attemptsMax = 8;

const batchSize = 100;

/**
 * Stores events durably before they are applied. A duplicate, by id or by place in its aggregate, is ignored.
 */
export async function storeReceived(
  manager: EntityManager,
  events: readonly ReceivedEvent[],
  now: Date,
): Promise<void> {
  await manager.query(
    `insert into inbox_event (id, source, aggregate, aggregate_id, sequence, name, envelope, received_at, next_attempt_at)
     select (e->>'id')::uuid, e->>'source', e->>'aggregate', e->>'subject', (e->>'sequence')::int, e->>'name', e, $2, $2
     from jsonb_array_elements($1::jsonb) with ordinality as list(e, place)
     where not exists (
       select 1 from inbox_position p
       where p.source = e->>'source' and p.aggregate = e->>'aggregate' and p.aggregate_id = e->>'subject'
         and p.last >= (e->>'sequence')::int)
     order by place
     on conflict do nothing`,
    [JSON.stringify(events), now],
  );
}

type PendingRow = { id: string; attempts: number; envelope: ReceivedEvent };

/** Events that are due and next in their aggregate. */
const nextEvents = `
  from inbox_event e
  left join inbox_position p
    on p.source = e.source and p.aggregate = e.aggregate and p.aggregate_id = e.aggregate_id
  where e.applied_at is null and e.dead_at is null and e.next_attempt_at <= $1
    and e.sequence = coalesce(p.last, 0) + 1`;

const hasNext = `select 1 ${nextEvents} limit 1`;

const lockNext = `
  select e.id, e.attempts, e.envelope ${nextEvents}
  order by e.received_order limit ${batchSize}
  for update of e skip locked`;

const markApplied = `
  with applied as (update inbox_event set applied_at = $2, failure = null where id = any($1::uuid[]) returning *)
  insert into inbox_position (source, aggregate, aggregate_id, last)
  select source, aggregate, aggregate_id, sequence from applied
  on conflict (source, aggregate, aggregate_id) do update set last = excluded.last`;

const markFailed = `
  update inbox_event
  set attempts = attempts + 1, failure = $2, next_attempt_at = $3, dead_at = $4
  where id = $1`;

/** What an inbox needs. `onFailure` is told of each failed application, with the id and the try it was. */
export type InboxOptions = {
  readonly dataSource: DataSource;
  readonly handlers: EventHandlers;
  readonly clock: Clock;
  readonly onFailure: (failure: {
    readonly eventId: string;
    readonly attempt: number;
    readonly isDead: boolean;
    readonly error: unknown;
  }) => void;
};

/**
 * Applies the events that are next in their aggregate, each exactly once, in one transaction with the effects of its
 * handler. Returns how many were looked at. An event that fails stops its own aggregate and nothing else.
 */
export async function applyPending(options: InboxOptions): Promise<number> {
  const { dataSource, clock } = options;
  // Nearly every poll finds nothing; one statement without a transaction tells.
  const waiting: readonly unknown[] = await dataSource.query(hasNext, [clock.now()]);
  if (waiting.length === 0) return 0;
  const run = (apply: BatchApplier): Promise<number> =>
    dataSource.transaction(async (manager) => {
      const rows: readonly PendingRow[] = await manager.query(lockNext, [clock.now()]);
      await apply(manager, rows, options);
      return rows.length;
    });
  try {
    return await run(applyTogether);
  } catch {
    // Whatever it was is met again, and told, when each event is applied for itself.
    return run(applyEach);
  }
}

type BatchApplier = (manager: EntityManager, rows: readonly PendingRow[], options: InboxOptions) => Promise<void>;

/** The usual case: nothing fails, and an event costs no statement but its handler's. */
const applyTogether: BatchApplier = async (manager, rows, { handlers, clock }) => {
  for (const row of rows) await applyEffects(manager, row, handlers);
  const ids = rows.map(({ id }) => id);
  await manager.query(markApplied, [ids, clock.now()]);
};

const applyEach: BatchApplier = async (manager, rows, options) => {
  for (const row of rows) await applyOne(manager, row, options);
};

async function applyEffects(manager: EntityManager, row: PendingRow, handlers: EventHandlers): Promise<void> {
  const event = parseEvent(row.envelope);
  const handler = handlers[event.name] as EventHandler | undefined;
  await handler?.(manager, event);
}

async function applyOne(
  manager: EntityManager,
  row: PendingRow,
  { handlers, clock, onFailure }: InboxOptions,
): Promise<void> {
  await manager.query('savepoint event_application');
  try {
    await applyEffects(manager, row, handlers);
    await manager.query(markApplied, [[row.id], clock.now()]);
    await manager.query('release savepoint event_application');
  } catch (error) {
    await manager.query('rollback to savepoint event_application');
    const attempt = row.attempts + 1;
    const isDead = attempt >= attemptsMax;
    const now = clock.now();
    const next = new Date(now.getTime() + 1000 * 2 ** row.attempts);
    await manager.query(markFailed, [row.id, describe(error), next, isDead ? now : null]);
    onFailure({ eventId: row.id, attempt, isDead, error });
  }
}

/** The kind of failure only: messages may quote data, and failures are shown to operators. */
function describe(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? ` ${String(error.code)}` : '';
  return `${error instanceof Error ? error.name : 'Failure'}${code}`;
}

/** Starts applying an inbox in the background. `wake` it when events arrive. */
export function startInbox(options: InboxOptions, onLoopFailure: (error: unknown) => void): Loop {
  return startLoop({
    step: async () => ((await applyPending(options)) > 0 ? 'busy' : 'idle'),
    onFailure: onLoopFailure,
  });
}
