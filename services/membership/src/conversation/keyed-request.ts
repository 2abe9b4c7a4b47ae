import { actorKey, type Actor } from '@guildhall/kernel';

/** A mutation's input with the client's idempotency key. */
export type KeyedInput = { readonly idempotencyKey: string; readonly [field: string]: unknown };

/**
 * An idempotent request whose record tells nothing of what was said: the client's own key is digested with the input, and
 * of the key the record keeps a digest alone, so that a guess at a short message cannot be tested against it.
 */
export function keyedRequest(actor: Actor, operation: string, input: KeyedInput) {
  return { actor: actorKey(actor), key: input.idempotencyKey, operation, input };
}
