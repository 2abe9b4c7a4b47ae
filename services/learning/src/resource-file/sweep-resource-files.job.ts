import type { Files } from '@guildhall/files';
import { err, notFound, ok } from '@guildhall/kernel';
import type { Deps } from '../deps.js';
import { resourceFileRules } from './resource-file-rules.js';
import { changeResourceFile, type ResourceFileId } from './resource-file.js';

/** The job that removes files nobody needs any more. */
export const sweepTask = 'sweep-resource-files';

/**
 * Removes what never came or broke off, and what no version names after a day: first nobody can name it any more, then its
 * bytes go, then what was known of it. Whoever names a file at the same moment wins or loses as a whole.
 */
export async function sweepResourceFiles(deps: Deps, files: Files): Promise<void> {
  const { brokenOffMs, unusedMs, sweptMax } = resourceFileRules;
  const now = deps.clock.now().getTime();
  const before = { brokenOff: new Date(now - brokenOffMs), unused: new Date(now - unusedMs) };
  const left = await deps.transaction(async ({ resourceFiles }) =>
    ok(await resourceFiles.listLeftOver(before, sweptMax)),
  );
  for (const { id } of left.ok ? left.value : []) {
    const isOurs = await giveUp(deps, id);
    if (!isOurs) continue;
    await files.store.remove(id);
    await deps.transaction(async ({ resourceFiles }) => ok(await resourceFiles.forget(id)));
  }
}

async function giveUp({ transaction, clock }: Deps, id: ResourceFileId): Promise<boolean> {
  const given = await transaction(async ({ resourceFiles }) => {
    const file = await resourceFiles.findLocked(id);
    // Asked by a statement of its own, which sees what was named while this one waited for the lock.
    if (file === null || (await resourceFiles.isNamed(id))) return err(notFound('ResourceFile'));
    const changed = changeResourceFile(file, 'REMOVE', { now: clock.now() });
    return changed.ok ? ok(await resourceFiles.save(changed.value)) : changed;
  });
  return given.ok;
}
