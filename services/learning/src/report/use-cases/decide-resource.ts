import { err, isMember, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeResourceStatus, type ResourceId } from '../../resource/resource.js';
import { resourcePolicy } from '../../resource/resource.policy.js';
import { tellAuthor } from '../../resource/use-cases/tell-author.js';
import { checkDecisionReason, type ResourceDecisionKind } from '../report.js';

/** What is decided about which resource, and why. */
export type DecideResource = {
  readonly decision: ResourceDecisionKind;
  readonly resourceId: ResourceId;
  readonly reason: string | undefined;
};

/**
 * Holds a resource back, lets it stay or takes it out of the library; open reports end with either of the last two. The
 * author is told, unless it was theirs.
 */
export function decideResource(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { decision, resourceId, reason: words }: DecideResource,
) {
  return transaction(async ({ resources, resourceVersions, reports, outbox }) => {
    const resource = await resources.findVisibleLocked(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, decision, resource)) return err(notAllowed(decision, 'Resource'));
    const now = clock.now();
    const changed = changeResourceStatus(resource, decision, now);
    if (!changed.ok) return changed;
    const isAuthor = isMember(actor, resource.authorId);
    const reason = checkDecisionReason(words, isAuthor);
    if (!reason.ok) return reason;
    const decided = { resourceId, decision, reason: reason.value, decidedBy: memberOf(actor), decidedAt: now };
    await reports.decide({ id: ids.ordered(), ...decided });
    if (decision !== 'HOLD') await reports.close(resourceId, now);
    if (decision === 'RETIRE') await resourceVersions.dropInWork(resourceId);
    if (!isAuthor) await tellAuthor(outbox, ids, { resource, now });
    return ok(await resources.save(changed.value));
  });
}
