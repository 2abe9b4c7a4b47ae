import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ReceivedEvent } from './envelope.js';

/** An event that failed too often to be tried again. `failure` names the kind of fault; `waiting` counts the later events it holds up. */
export type DeadLetter = {
  readonly id: string;
  readonly source: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly sequence: number;
  readonly name: string;
  readonly attempts: number;
  readonly deadAt: Date;
  readonly failure: string | undefined;
  readonly waiting: number;
  readonly envelope: ReceivedEvent;
};

type DeadRow = {
  id: string;
  source: string;
  aggregate: string;
  aggregate_id: string;
  sequence: number;
  name: string;
  attempts: number;
  dead_at: Date;
  failure: string | null;
  waiting: number;
  envelope: ReceivedEvent;
};

const selectDead = `
  select e.id, e.source, e.aggregate, e.aggregate_id, e.sequence, e.name, e.attempts, e.dead_at, e.failure, e.envelope,
    (select count(*)::int from inbox_event later
       where later.source = e.source and later.aggregate = e.aggregate and later.aggregate_id = e.aggregate_id
         and later.sequence > e.sequence) as waiting
  from inbox_event e where e.dead_at is not null`;

/** The oldest dead letters first. Cursors hold an instant and an id. */
export async function pageDeadLetters(
  manager: EntityManager,
  { first, after }: PageRequest,
): Promise<Page<DeadLetter>> {
  const rows: readonly DeadRow[] = await manager.query(
    `${selectDead} and ($1::timestamptz is null or (e.dead_at, e.id) > ($1, $2::uuid)) order by e.dead_at, e.id limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, first + 1],
  );
  return toPage(rows.map(toDeadLetter), first, ({ deadAt, id }) => [deadAt.toISOString(), id]);
}

/** One dead letter, or nothing when there is no such event or it is not dead. */
export async function findDeadLetter(manager: EntityManager, id: string): Promise<DeadLetter | null> {
  const [row]: readonly DeadRow[] = await manager.query(`${selectDead} and e.id = $1`, [id]);
  return row === undefined ? null : toDeadLetter(row);
}

function toDeadLetter({ aggregate_id, dead_at, failure, ...row }: DeadRow): DeadLetter {
  return { ...row, aggregateId: aggregate_id, deadAt: dead_at, failure: failure ?? undefined };
}

/**
 * Lets a dead letter be tried again as if it had just arrived, after its cause was mended.
 * Answers false when there is no such dead letter.
 */
export async function retryDeadLetter(manager: EntityManager, id: string, now: Date): Promise<boolean> {
  const [revived]: readonly [readonly unknown[], number] = await manager.query(
    `update inbox_event set dead_at = null, attempts = 0, failure = null, next_attempt_at = $2
     where id = $1 and dead_at is not null returning id`,
    [id, now],
  );
  return revived.length > 0;
}

const advancePast = `
  insert into inbox_position (source, aggregate, aggregate_id, last)
  select source, aggregate, aggregate_id, max(sequence) from discarded group by source, aggregate, aggregate_id
  on conflict (source, aggregate, aggregate_id) do update set last = greatest(inbox_position.last, excluded.last)
  returning last`;

const discardOne = `
  with discarded as (delete from inbox_event where id = $1 and dead_at is not null returning *)
  ${advancePast}`;

const discardDeadSince = `
  with discarded as (delete from inbox_event where dead_at < $1 returning *)
  ${advancePast}`;

/**
 * Gives a dead letter up: its aggregate goes on with the next event, as if this one had changed nothing.
 * Answers false when there is no such dead letter.
 */
export async function discardDeadLetter(manager: EntityManager, id: string): Promise<boolean> {
  const advanced: readonly unknown[] = await manager.query(discardOne, [id]);
  return advanced.length > 0;
}

/** Gives up every dead letter that died before the instant, so that no aggregate waits for ever for a row that is gone. */
export async function discardDeadLettersBefore(manager: EntityManager, before: Date): Promise<void> {
  await manager.query(discardDeadSince, [before]);
}
