import { createHash } from 'node:crypto';
import { conflict, type Clock, type ConflictError } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';

/** One mutation that must happen at most once per key. `key` absent means the caller did not ask for it. */
export type IdempotentRequest = {
  /** Who asks, as `actorKey` names them; advocacy passes a pseudonym. */
  readonly actor: string;
  readonly key: string | undefined;
  readonly operation: string;
  readonly input: unknown;
};

/** A request that came with a key. */
export type KeyedRequest = IdempotentRequest & { readonly key: string };

/** What is remembered of the first answer: the id of what it made, or the expected failure. */
export type Outcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly error: { readonly __typename: string } };

/** What a claim on a key found. */
export type Claim =
  | { readonly kind: 'first' }
  | { readonly kind: 'again'; readonly outcome: Outcome }
  | { readonly kind: 'misused'; readonly error: ConflictError };

/** A digest of an input that two equal inputs share; key order does not matter. */
export function inputDigest(input: unknown): string {
  return createHash('sha256').update(canonicalJson(input)).digest('base64url');
}

/** JSON with sorted keys, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    const isRecord = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isRecord ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}

/**
 * Claims a key in the current transaction. A second claim of the same key waits until the first transaction ends, then
 * finds its outcome.
 */
export async function claimKey(manager: EntityManager, request: KeyedRequest, clock: Clock): Promise<Claim> {
  const digest = inputDigest(request.input);
  const inserted: readonly unknown[] = await manager.query(
    `insert into idempotency_record (actor, key, operation, input_digest, created_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
    [request.actor, storedKey(request.key), request.operation, digest, clock.now()],
  );
  if (inserted.length > 0) return { kind: 'first' };
  const rows: readonly { operation: string; input_digest: string; outcome: Outcome }[] = await manager.query(
    'select operation, input_digest, outcome from idempotency_record where actor = $1 and key = $2',
    [request.actor, storedKey(request.key)],
  );
  const record = rows[0];
  if (record === undefined) return { kind: 'misused', error: conflict() };
  const isSame = record.operation === request.operation && record.input_digest === digest;
  if (!isSame)
    return {
      kind: 'misused',
      error: conflict('This idempotency key was used before with a different input. Use a new key.'),
    };
  return { kind: 'again', outcome: record.outcome };
}

/** Remembers the first answer, in the same transaction as its effects. */
export async function rememberOutcome(manager: EntityManager, request: KeyedRequest, outcome: Outcome): Promise<void> {
  await manager.query('update idempotency_record set outcome = $3 where actor = $1 and key = $2', [
    request.actor,
    storedKey(request.key),
    outcome,
  ]);
}

/** Keys are kept as digests: a client may send any text of any length, and no table needs to hold it. */
function storedKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
