import { actorKey, conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { caseLifecycle } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkPair, type Pair } from '../pair.js';
import type { CaseMerge } from '../relation.js';

/** Asks a student whether one of their cases may go on in another; nothing is moved before they say yes. */
export function proposeCaseMerge({ transaction, clock, ids, vault }: Deps, actor: Actor, { caseId, otherId }: Pair) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, inbox, relations }) => {
    const now = clock.now();
    const from = await cases.findQueued(viewer, caseId);
    const into = await cases.findQueued(viewer, otherId);
    if (from === null || into === null) return err(notFound('Case'));
    if (![from, into].every((item) => casePolicy.can(viewer, 'LINK', item))) return err(notAllowed('LINK', 'Case'));
    const pair = checkPair(from, into, now);
    if (!pair.ok) return pair;
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
