import { actorKey } from '@guildhall/kernel';
import type { Vault } from './sealing.js';
import type { CaseViewer } from './viewer.js';

/** A mutation's input with the client's idempotency key. */
export type KeyedInput = { readonly idempotencyKey?: string | undefined };

/**
 * An idempotent request whose record tells nothing: an alias for who asks, and keyed digests of the key and the input,
 * so that a guess cannot be tested against it. Anonymous callers share no keys.
 */
export function sealedRequest(
  vault: Vault,
  { actor }: CaseViewer,
  operation: string,
  { idempotencyKey, ...input }: KeyedInput,
) {
  const isNamed = actor.kind !== 'anonymous' && idempotencyKey !== undefined;
  return {
    actor: vault.alias(actorKey(actor)),
    key: isNamed ? vault.digest(idempotencyKey) : undefined,
    operation,
    input: { digest: vault.digest(input) },
  };
}
