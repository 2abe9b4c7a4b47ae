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

type RecordRow = { actor: string; key: string; operation: string; input_digest: string; outcome: Outcome };

/**
 * Claims keys in the current transaction, each request naming another actor or key; the claims come in the order of the
 * requests. A second claim of a key waits until the first transaction ends, then finds its outcome.
 */
export async function claimKeys(
  manager: EntityManager,
  requests: readonly KeyedRequest[],
  clock: Clock,
): Promise<readonly Claim[]> {
  if (requests.length === 0) return [];
  // Two transactions that claim several keys take them in the same order, so that neither waits for the other for ever.
  const sorted = requests.map(toRow).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const inserted: readonly { actor: string; key: string }[] = await manager.query(
    `insert into idempotency_record (actor, key, operation, input_digest, created_at)
     select r.actor, r.key, r.operation, r.input_digest, $2
     from jsonb_to_recordset($1::jsonb) as r(actor text, key text, operation text, input_digest text)
     on conflict do nothing returning actor, key`,
    [JSON.stringify(sorted), clock.now()],
  );
  const first = new Set(inserted.map(placeOf));
  const known = first.size === requests.length ? [] : await readRecords(manager, sorted);
  const records = new Map(known.map((record) => [placeOf(record), record]));
  return requests.map((request) => {
    const row = toRow(request);
    return first.has(placeOf(row)) ? { kind: 'first' } : judge(row, records.get(placeOf(row)));
  });
}

function readRecords(
  manager: EntityManager,
  rows: readonly { actor: string; key: string }[],
): Promise<readonly RecordRow[]> {
  return manager.query(
    `select actor, key, operation, input_digest, outcome from idempotency_record
     where (actor, key) in (select * from unnest($1::text[], $2::text[]))`,
    [rows.map(({ actor }) => actor), rows.map(({ key }) => key)],
  );
}

function judge(asked: ReturnType<typeof toRow>, record: RecordRow | undefined): Claim {
  if (record === undefined) return { kind: 'misused', error: conflict() };
  const isSame = record.operation === asked.operation && record.input_digest === asked.input_digest;
  if (isSame) return { kind: 'again', outcome: record.outcome };
  return {
    kind: 'misused',
    error: conflict('This idempotency key was used before with a different input. Use a new key.'),
  };
}

/** Remembers first answers, in the same transaction as their effects. */
export async function rememberOutcomes(
  manager: EntityManager,
  answers: readonly { readonly request: KeyedRequest; readonly outcome: Outcome }[],
): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ request, outcome }) => ({ ...toRow(request), outcome }));
  await manager.query(
    `update idempotency_record i set outcome = r.outcome
     from jsonb_to_recordset($1::jsonb) as r(actor text, key text, outcome jsonb)
     where i.actor = r.actor and i.key = r.key`,
    [JSON.stringify(rows)],
  );
}

function toRow({ actor, key, operation, input }: KeyedRequest) {
  return { actor, key: storedKey(key), operation, input_digest: inputDigest(input) };
}

function placeOf({ actor, key }: { readonly actor: string; readonly key: string }): string {
  return `${key} ${actor}`;
}

/** Keys are kept as digests: a client may send any text of any length, and no table needs to hold it. */
function storedKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
