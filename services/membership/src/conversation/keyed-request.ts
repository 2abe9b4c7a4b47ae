import { createHmac } from 'node:crypto';
import { actorKey, type Actor } from '@guildhall/kernel';
import { canonicalJson } from '@guildhall/subgraph';

/** A mutation's input with the client's idempotency key. */
export type KeyedInput = { readonly idempotencyKey: string; readonly [field: string]: unknown };

/**
 * An idempotent request whose record tells nothing of what was said: the input is digested under the client's own key,
 * of which the record keeps a digest alone, so that a guess at a short message cannot be tested against it.
 */
export function keyedRequest(actor: Actor, operation: string, { idempotencyKey: key, ...input }: KeyedInput) {
  const digest = createHmac('sha256', key).update(canonicalJson(input)).digest('base64url');
  return { actor: actorKey(actor), key, operation, input: { digest } };
}
