import type { Repositories } from '../../deps.js';
import type { ExportingService } from '../data-export.js';

/** Notes inside the caller's transaction that a service wrote its part, and tells the person when it was the last one. */
export async function noteExportPart(
  { dataExports, notifications }: Pick<Repositories, 'dataExports' | 'notifications'>,
  exportId: string,
  part: { readonly service: ExportingService; readonly now: Date },
): Promise<void> {
  const memberId = await dataExports.noteWritten(exportId, part);
  if (memberId === undefined) return;
  await notifications.tell({
    to: memberId,
    reason: 'EXPORT_READY',
    sourceId: exportId,
    subject: { kind: 'EXPORT', id: exportId },
  });
}
