import { actorKey, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkPair, type Pair } from '../pair.js';

/** Notes that two cases of one student belong together; for a worker of both, or the advice manager without a word of them. Each goes on by itself. */
export function linkCases({ transaction, clock, vault }: Deps, actor: Actor, { caseId, otherId }: Pair) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, relations }) => {
    const now = clock.now();
    const one = await cases.findQueued(viewer, caseId);
    const other = await cases.findQueued(viewer, otherId);
    if (one === null || other === null) return err(notFound('Case'));
    if (![one, other].every((item) => casePolicy.can(viewer, 'LINK', item))) return err(notAllowed('LINK', 'Case'));
    const pair = checkPair(one, other, now);
    if (!pair.ok) return pair;
    await relations.link([one.id, other.id], { by: actorKey(actor), at: now });
    return ok(one);
  });
}
