import { ok } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { tellingChunk, type ChangeId } from '../update.js';

/**
 * Tells a change to its whole audience, chunk by chunk, each in a transaction of its own: what was told stays told when a
 * later chunk fails, and the next try goes on from there.
 */
export async function tellChange({ transaction }: Deps, { changeId }: { readonly changeId: ChangeId }) {
  for (;;) {
    const chunk = await transaction(async ({ updates }) => ok(await updates.tellChunk(changeId, tellingChunk)));
    if (!chunk.ok || !chunk.value) return chunk;
  }
}
