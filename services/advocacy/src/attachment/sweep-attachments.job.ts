import type { Files } from '@guildhall/files';
import { ok } from '@guildhall/kernel';
import type { Deps } from '../deps.js';
import { changeAttachment } from './attachment.js';

/** The job that removes files nobody can or should read any more. */
export const sweepTask = 'sweep-attachments';

/** Files removed in one run. */
const sweptMax = 500;

/** An upload that began just before its end may last this long, in milliseconds. */
const graceMs = 3_600_000;

/** Removes the files of erased cases, and what is left of uploads that never came or broke off. */
export async function sweepAttachments({ transaction, clock }: Deps, files: Files): Promise<void> {
  const now = clock.now();
  const before = new Date(now.getTime() - graceMs);
  const left = await transaction(async ({ attachments }) => ok(await attachments.listLeftOver(before, sweptMax)));
  for (const attachment of left.ok ? left.value : []) {
    await files.store.remove(attachment.id);
    const action = attachment.status === 'STORED' ? 'ERASE' : 'FAIL';
    await transaction(async ({ attachments }) => {
      const changed = changeAttachment(attachment, action, now);
      return changed.ok ? ok(await attachments.save(changed.value)) : changed;
    });
  }
}
