import { actorKey, conflict, err, illegalTransition, ok, type Actor } from '@guildhall/kernel';
import { caseLifecycle } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { findPair, type Pair } from '../find-pair.js';
import type { CaseMerge } from '../relation.js';

/** Asks a student whether one of their cases may go on in another; nothing is moved before they say yes. */
export function proposeCaseMerge({ transaction, clock, ids, vault }: Deps, actor: Actor, pair: Pair) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, inbox, relations }) => {
    const now = clock.now();
    const found = await findPair({ cases }, viewer, { pair, now });
    if (!found.ok) return found;
    const [from, into] = found.value;
    if (!caseLifecycle.can('MERGE', from, now)) return err(illegalTransition('MERGE', from.status));
    const merge: CaseMerge = {
      id: ids.random(),
      fromId: from.id,
      intoId: into.id,
      student: from.student,
      status: 'PROPOSED',
      proposedBy: actorKey(actor),
      proposedAt: now,
      answeredAt: undefined,
    };
    if (!(await relations.propose(merge))) return err(conflict('The student has been asked about this case already.'));
    await inbox.tellStudent({ ...from, caseId: from.id }, { reason: 'CONSENT_WANTED', sourceId: merge.id });
    return ok(from);
  });
}
