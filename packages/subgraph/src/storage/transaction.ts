import { createOutbox, type Outbox } from '@guildhall/events';
import {
  conflict,
  err,
  ok,
  type Clock,
  type ConflictError,
  type Err,
  type IdSource,
  type Result,
  type ValueOf,
} from '@guildhall/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { createJobQueue, type JobQueue } from '../jobs/job-queue.js';
import {
  claimKeys,
  rememberOutcomes,
  type Claim,
  type IdempotentRequest,
  type KeyedRequest,
  type Outcome,
} from './idempotency.js';
import { ConcurrentWrite, sqlState } from './rows.js';

/** Idempotency keys of several requests that share one transaction; for a single request use `idempotentTransaction`. */
export interface KeyStore {
  /** Claims keys, each of another actor or text; the claims come in the order of the requests. */
  claim(requests: readonly KeyedRequest[]): Promise<readonly Claim[]>;
  /** Remembers first answers. */
  remember(answers: readonly { readonly request: KeyedRequest; readonly outcome: Outcome }[]): Promise<void>;
}

/** What a use case works with inside one transaction: the service's repositories, the outbox, the job queue and the keys. */
export type Unit<Repositories> = Repositories & {
  readonly outbox: Outbox;
  readonly jobs: JobQueue;
  readonly keys: KeyStore;
};

type Work<Repositories, R> = (unit: Unit<Repositories>) => Promise<R>;

type AnyResult = Result<unknown, { readonly __typename: string }>;

/** Runs a use case in one transaction: success commits, an expected failure or a throw leaves nothing behind. */
export interface Transaction<Repositories> {
  <R extends AnyResult>(work: Work<Repositories, R>): Promise<R | Err<ConflictError>>;
}

/**
 * Runs a use case at most once per idempotency key. The same key and input get the first answer again (`replay` reads
 * what was made then); the same key with another input is a conflict.
 */
export interface IdempotentTransaction<Repositories> {
  <R extends Result<{ readonly id: string }, { readonly __typename: string }>>(
    request: IdempotentRequest,
    replay: (unit: Unit<Repositories>, id: string) => Promise<ValueOf<R> | null>,
    work: Work<Repositories, R>,
  ): Promise<R | Err<ConflictError>>;
}

/** What both kinds of transaction need. `afterCommit` hurries the relay. */
export type TransactionOptions<Repositories> = {
  readonly dataSource: DataSource;
  readonly repositories: (manager: EntityManager) => Repositories;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly afterCommit: () => void;
};

class RolledBack extends Error {
  constructor(readonly result: AnyResult) {
    super('rolled back');
  }
}

const retriesMax = 3;
const retryableStates = new Set(['40001', '40P01']);

/** Builds the service's {@link Transaction}. */
export function createTransaction<Repositories>(options: TransactionOptions<Repositories>): Transaction<Repositories> {
  return (work) =>
    attempt(options, async (manager) => {
      const result = await work(createUnit(options, manager));
      if (!result.ok) throw new RolledBack(result);
      return result;
    });
}

/** Builds the service's {@link IdempotentTransaction}. */
export function createIdempotentTransaction<Repositories>(
  options: TransactionOptions<Repositories>,
): IdempotentTransaction<Repositories> {
  const plain = createTransaction(options);
  return (request, replay, work) => {
    const { key } = request;
    if (key === undefined) return plain(work);
    return attempt(options, async (manager) => {
      const unit = createUnit(options, manager);
      const keyed = { ...request, key };
      const [claim] = await unit.keys.claim([keyed]);
      if (claim === undefined) throw new Error('every request gets a claim');
      if (claim.kind === 'misused') return err(claim.error);
      if (claim.kind === 'again') return replayOutcome(unit, claim.outcome, replay);
      return runFirst(manager, keyed, () => work(unit));
    });
  };
}

async function replayOutcome<Repositories, R>(
  unit: Unit<Repositories>,
  outcome: Outcome,
  replay: (unit: Unit<Repositories>, id: string) => Promise<ValueOf<R> | null>,
): Promise<R | Err<ConflictError>> {
  // The record was written from an answer of this same operation, so its error is one of R's.
  if (!outcome.ok) return err(outcome.error) as R;
  const value = await replay(unit, outcome.id);
  return value === null ? err(conflict('What this key made before is no longer there.')) : (ok(value) as R);
}

/** A failed first answer is remembered too, except a conflict: that one is worth retrying under the same key. */
async function runFirst<R extends Result<{ readonly id: string }, { readonly __typename: string }>>(
  manager: EntityManager,
  request: KeyedRequest,
  work: () => Promise<R>,
): Promise<R> {
  await manager.query('savepoint first_answer');
  const result = await work();
  if (result.ok) {
    await rememberOutcomes(manager, [{ request, outcome: { ok: true, id: result.value.id } }]);
    return result;
  }
  if (result.error.__typename === 'ConflictError') throw new RolledBack(result);
  await manager.query('rollback to savepoint first_answer');
  await rememberOutcomes(manager, [{ request, outcome: { ok: false, error: result.error } }]);
  return result;
}

async function attempt<Repositories, R extends AnyResult>(
  options: TransactionOptions<Repositories>,
  run: (manager: EntityManager) => Promise<R>,
): Promise<R | Err<ConflictError>> {
  for (let tries = 1; ; tries += 1) {
    try {
      const result = await options.dataSource.transaction(async (manager) => {
        const outcome = await run(manager);
        await assertCommittable(manager);
        return outcome;
      });
      options.afterCommit();
      return result;
    } catch (error) {
      if (error instanceof RolledBack) return error.result as R;
      if (error instanceof ConcurrentWrite) return err(conflict());
      const isRetryable = retryableStates.has(sqlState(error) ?? '');
      if (!isRetryable) throw error;
      if (tries >= retriesMax) return err(conflict());
    }
  }
}

/**
 * PostgreSQL answers the commit of a transaction in which a statement failed with a silent rollback. Code that swallowed
 * such a failure must not be told that its work was kept.
 */
async function assertCommittable(manager: EntityManager): Promise<void> {
  const connection: unknown = await manager.queryRunner?.connect();
  if (isConnection(connection) && connection.getTransactionStatus() === 'E')
    throw new Error('a statement of this transaction failed and was ignored');
}

function isConnection(value: unknown): value is { getTransactionStatus(): string | null } {
  return typeof value === 'object' && value !== null && 'getTransactionStatus' in value;
}

function createUnit<Repositories>(
  options: TransactionOptions<Repositories>,
  manager: EntityManager,
): Unit<Repositories> {
  return {
    ...options.repositories(manager),
    outbox: createOutbox(manager, options.clock, options.ids),
    jobs: createJobQueue(manager),
    keys: {
      claim: (requests) => claimKeys(manager, requests, options.clock),
      remember: (answers) => rememberOutcomes(manager, answers),
    },
  };
}
