import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { updatePolicy } from '../update.policy.js';
import { tellingChunk, type ChangeId } from '../update.js';

/**
 * Tells a change to its whole audience, as the platform, chunk by chunk, each in a transaction of its own: what was told
 * stays told when a later chunk fails, and the next try goes on from there.
 */
export async function tellChange({ transaction }: Deps, actor: Actor, { changeId }: { readonly changeId: ChangeId }) {
  if (!updatePolicy.canTell(actor)) return err(notAllowed('TELL', 'Update'));
  for (;;) {
    const chunk = await transaction(async ({ updates }) => ok(await updates.tellChunk(changeId, tellingChunk)));
    if (!chunk.ok || !chunk.value) return chunk;
  }
}
