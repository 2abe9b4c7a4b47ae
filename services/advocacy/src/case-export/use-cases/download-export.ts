import { err, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { isStudentOf, viewerOf } from '../../sealing/viewer.js';
import { exportLifecycle } from '../case-export.js';
import { exportPolicy } from '../case-export.policy.js';

/** Notes a download of a bundle that the student consented to; the archive itself is opened through the read ledger. */
export function downloadExport(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { exportId }: { readonly exportId: Id<'CaseExport'> },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, exports, inbox }) => {
    const now = clock.now();
    const found = await exports.findVisible(viewer, exportId);
    const item = found === null ? null : await cases.findVisible(viewer, found.caseId);
    if (found === null || item === null) return err(notFound('CaseExport'));
    if (!exportPolicy.can(viewer, 'DOWNLOAD', item)) return err(notAllowed('DOWNLOAD', 'CaseExport'));
    if (!exportLifecycle.can('DOWNLOAD', found, now)) return err(illegalTransition('DOWNLOAD', found.status));
    const byWhom = isStudentOf(viewer, item) ? 'STUDENT' : 'CASE_WORKER';
    const download = { id: ids.random<'ExportDownload'>(), exportId, byWhom, at: now } as const;
    await exports.addDownload(download);
    if (byWhom === 'CASE_WORKER')
      await inbox.tellStudent({ ...item, caseId: item.id }, { reason: 'FILE_EXPORTED', sourceId: download.id });
    return ok(found);
  });
}
