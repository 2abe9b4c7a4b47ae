import { err, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { dueFrom } from '../../deadline/due.js';
import { timedTasks } from '../../deadline/timed-tasks.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { activeWorker, viewerOf } from '../../sealing/viewer.js';
import { checkRedactions, type CaseExport } from '../case-export.js';
import { exportPolicy } from '../case-export.policy.js';
import { exportPlaces } from '../place.js';

/** Which case is to become a bundle, and whose names are taken out. */
export type RequestExport = KeyedInput & { readonly caseId: CaseId; readonly redactions: readonly string[] };

/** Asks for a bundle; it is built apart from requests. One lives at a time, so that a consent can mean only that one. */
export function requestExport({ idempotentTransaction, clock, ids, vault }: Deps, actor: Actor, input: RequestExport) {
  const viewer = viewerOf(actor, vault);
  const { caseId } = input;
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'requestExport', input),
    ({ exports }, id) => exports.findVisible(viewer, toId(id)),
    async ({ cases, deadlines, exports, jobs, retentions, sealedTexts }) => {
      const now = clock.now();
      const item = await cases.findVisible(viewer, caseId);
      if (item === null) return err(notFound('Case'));
      const requestedBy = activeWorker(viewer);
      if (requestedBy === undefined || !exportPolicy.can(viewer, 'REQUEST', item))
        return err(notAllowed('REQUEST', 'CaseExport'));
      await retentions.lock(caseId);
      const living = (await exports.listOfCases([caseId])).find(({ status }) => isLiving(status));
      if (item.dataKey === undefined || living !== undefined)
        return err(illegalTransition('REQUEST', living?.status ?? item.status));
      const redactions = checkRedactions(input.redactions);
      if (!redactions.ok) return redactions;
      const rule = await deadlines.ruleAt(now);
      const expiresAt = dueFrom(now, { measure: 'CALENDAR_DAYS', amount: rule.exportDays }, rule.calendar);
      const made = await exports.add(newExport({ id: ids.random(), caseId, requestedBy, requestedAt: now, expiresAt }));
      await sealedTexts.write(
        { caseId, place: exportPlaces.redactions(made.id), layer: 'CASE' },
        JSON.stringify(redactions.value),
      );
      await jobs.enqueue(
        timedTasks.buildExport,
        { caseId },
        { runAt: now, key: `${timedTasks.buildExport}:${caseId}` },
      );
      await jobs.enqueue(
        timedTasks.expireExport,
        { caseId },
        { runAt: new Date(expiresAt.getTime() + 1), key: `${timedTasks.expireExport}:${caseId}` },
      );
      return ok(made);
    },
  );
}

function isLiving(status: CaseExport['status']): boolean {
  return status === 'REQUESTED' || status === 'BUILT' || status === 'OFFERED' || status === 'CONSENTED';
}

function newExport(made: Pick<CaseExport, 'id' | 'caseId' | 'requestedBy' | 'requestedAt' | 'expiresAt'>): CaseExport {
  return {
    ...made,
    status: 'REQUESTED',
    builtAt: undefined,
    offeredAt: undefined,
    answeredAt: undefined,
    digest: undefined,
    sizeBytes: undefined,
    consentedDigest: undefined,
    version: 1,
  };
}
