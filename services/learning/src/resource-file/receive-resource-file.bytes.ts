import { takeBytes, type Files, type Received } from '@guildhall/files';
import type { ScanVerdict } from '@guildhall/files/declared';
import { err, notFound, ok } from '@guildhall/kernel';
import type { Deps } from '../deps.js';
import { changeResourceFile, type ResourceFileAction, type ResourceFileId } from './resource-file.js';

/**
 * Takes the bytes of a file, once: the first who comes has the address, and whatever becomes of the bytes it is spent. What
 * everybody may fetch later is stored as it came.
 */
export async function receiveResourceFile(
  deps: Deps,
  files: Files,
  { id, bytes }: { readonly id: ResourceFileId; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Received> {
  const taken = await step(deps, id, 'RECEIVE');
  if (!taken.ok) return 'NOT_AWAITED';
  const { contentType, size } = taken.value;
  return takeBytes(
    files,
    { id, contentType, size, bytes },
    {
      keep: async (found) => (await step(deps, id, 'STORE', found)).ok,
      refuse: async ({ scan }) => void (await step(deps, id, 'REFUSE', { scan })),
      fail: async () => void (await step(deps, id, 'FAIL')),
    },
  );
}

/** One step of a file's life in a transaction of its own. */
function step(
  { transaction, clock }: Deps,
  id: ResourceFileId,
  action: ResourceFileAction,
  found: { readonly scan?: ScanVerdict; readonly digest?: string } = {},
) {
  return transaction(async ({ resourceFiles }) => {
    const file = await resourceFiles.findSigned(id);
    if (file === null) return err(notFound('ResourceFile'));
    const changed = changeResourceFile(file, action, { ...found, now: clock.now() });
    return changed.ok ? ok(await resourceFiles.save(changed.value)) : changed;
  });
}
