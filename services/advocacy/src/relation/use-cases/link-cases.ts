import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { findPair, type Pair } from '../find-pair.js';

/** Notes that two cases of one student belong together; each goes on by itself. */
export function linkCases({ transaction, clock, vault }: Deps, actor: Actor, pair: Pair) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, relations }) => {
    const now = clock.now();
    const found = await findPair({ cases }, viewer, { pair, now });
    if (!found.ok) return found;
    const [one, other] = found.value;
    await relations.link([one.id, other.id], { by: actorKey(actor), at: now });
    return ok(one);
  });
}
