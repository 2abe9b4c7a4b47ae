import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { timedTasks } from '../../deadline/timed-tasks.js';
import type { Deps } from '../../deps.js';
import type { ReadFiles } from '../bundle.js';
import { exportLifecycle } from '../case-export.js';
import { bundleViewer, collectBundle } from './collect-bundle.js';
import { exportPlaces } from '../place.js';

/** Builds, as the platform, the bundle that was asked for. What is built lies sealed with the case like everything else. */
export function buildExport(
  { transaction, clock, bundles }: Deps,
  { caseId, readFiles }: { readonly caseId: CaseId; readonly readFiles: ReadFiles },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const item = await unit.cases.findVisible({ actor: systemActor(timedTasks.buildExport), self: undefined }, caseId);
    if (item === null) return err(notFound('Case'));
    const asked = (await unit.exports.listOfCases([caseId])).find((one) => exportLifecycle.can('BUILD', one, now));
    if (asked === undefined || item.dataKey === undefined) return ok({ caseId });
    const place = exportPlaces.redactions(asked.id);
    const [names] = await unit.sealedTexts.listReadable(
      { student: item.student, assignee: undefined, departmentIds: [] },
      [{ caseId, place }],
    );
    const files = await readFiles(await unit.attachments.listOf(bundleViewer(item), [item]));
    const redactions = storedNames(names?.text);
    const built = await bundles.build(await collectBundle(unit, item, { redactions, files, now }));
    await unit.sealedTexts.write(
      { caseId, place: exportPlaces.preview(asked.id), layer: 'CASE' },
      JSON.stringify(built.sections),
    );
    await unit.sealedTexts.write(
      { caseId, place: exportPlaces.archive(asked.id), layer: 'CASE' },
      Buffer.from(built.archive).toString('base64'),
    );
    await unit.exports.save({
      ...asked,
      status: 'BUILT',
      builtAt: now,
      digest: built.digest,
      sizeBytes: built.archive.byteLength,
    });
    await unit.inbox.tellWorker({ ...item, caseId }, { reason: 'CASE_STATUS', sourceId: asked.id });
    return ok({ caseId });
  });
}

/** The names as they were sealed when the bundle was asked for. */
function storedNames(text: string | undefined): readonly string[] {
  const names: unknown = text === undefined ? [] : JSON.parse(text);
  return Array.isArray(names) ? names.map(String) : [];
}
