import { err, limitReached, memberOf, notAllowed, notFound, ok, type Actor, type IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { changeResourceStatus, resourceLifecycle, type Resource, type ResourceId } from '../../resource/resource.js';
import { resourcePolicy } from '../../resource/resource.policy.js';
import { tellAuthor } from '../../resource/use-cases/tell-author.js';
import { groundlessReports, reportsPerDay, reportsToHold } from '../report-rules.js';
import { checkReportWords, type ReportReason } from '../report.js';

/** What somebody reports, and why. */
export type ReportResource = {
  readonly resourceId: ResourceId;
  readonly reason: ReportReason;
  readonly words: string | undefined;
};

/**
 * Reports a published resource to the reviewers. A second report while the first is open says the same and changes nothing.
 * The third member's report holds it back, exactly once.
 */
export function reportResource(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { resourceId, reason, words: said }: ReportResource,
) {
  return transaction(async (unit) => {
    const resource = await unit.resources.findVisibleLocked(actor, resourceId);
    const reporterId = memberOf(actor);
    if (resource === null) return err(notFound('Resource'));
    if (reporterId === undefined || !resourcePolicy.can(actor, 'REPORT', resource))
      return err(notAllowed('REPORT', 'Resource'));
    const now = clock.now();
    const status = resourceLifecycle.next('REPORT', resource, now);
    if (!status.ok) return status;
    const words = checkReportWords(reason, said);
    if (!words.ok) return words;
    const record = await unit.reports.recordOf(reporterId, resourceId, now);
    if (record.isOpen) return ok(resource);
    if (record.today >= reportsPerDay) return err(tooMany());
    const counts = !record.hasCounted && record.groundless < groundlessReports;
    const report = { resourceId, reporterId, reason, words: words.value, counts, reportedAt: now };
    await unit.reports.file({ id: ids.ordered(), ...report });
    return ok(await holdIfEnough(unit, { resource, now, ids }));
  });
}

type Reported = {
  readonly resource: Resource;
  readonly now: Date;
  readonly ids: IdSource;
};

/** Held with enough reports; else it waits for a reviewer in sight of everybody. */
async function holdIfEnough(unit: Unit<Repositories>, { resource, now, ids }: Reported): Promise<Resource> {
  const flagged = { ...resource, flaggedAt: resource.flaggedAt ?? now };
  if ((await unit.reports.countTowardsHold(resource.id)) < reportsToHold) return unit.resources.save(flagged);
  const held = changeResourceStatus(flagged, 'HOLD', now);
  if (!held.ok) throw new Error('what can be reported can be held');
  const decided = { resourceId: resource.id, decision: 'HOLD', reason: undefined, decidedBy: undefined } as const;
  await unit.reports.decide({ id: ids.ordered(), ...decided, decidedAt: now });
  await tellAuthor(unit.outbox, ids, { resource, now });
  return unit.resources.save(held.value);
}

function tooMany() {
  return limitReached(
    'You reported as much as is possible in one day. Write to the union if it cannot wait.',
    reportsPerDay,
  );
}
