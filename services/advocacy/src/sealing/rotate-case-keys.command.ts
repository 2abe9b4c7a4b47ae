import type { Vault } from './sealing.js';
import type { KeyCount, KeyRotationRepository } from './key-rotation.repository.js';

/** How a rotation goes. `onProgress` hears how many keys were wrapped anew so far. */
export type RotationOptions = {
  readonly batchSize: number;
  readonly onProgress: (rewrapped: number) => void;
};

/** What a rotation did, and under which master keys data keys are wrapped now. */
export type RotationReport = {
  readonly currentKeyId: string;
  readonly rewrapped: number;
  readonly counts: readonly KeyCount[];
};

/**
 * Wraps every data key under the current master key, in batches, while the service goes on: words are not touched and
 * both keys are valid meanwhile. Run it again after it was stopped, and it goes on with what is left.
 */
export async function rotateCaseKeys(
  { rotation, vault }: { readonly rotation: KeyRotationRepository; readonly vault: Vault },
  { batchSize, onProgress }: RotationOptions,
): Promise<RotationReport> {
  const currentKeyId = await vault.currentKeyId();
  let rewrapped = 0;
  for (const table of await rotation.listTables()) {
    for (let after: string | undefined; ;) {
      const batch = await rotation.rewrapBatch(table, { after, size: batchSize, currentKeyId });
      if (batch === undefined) break;
      after = batch.last;
      rewrapped += batch.count;
      onProgress(rewrapped);
    }
  }
  return { currentKeyId, rewrapped, counts: await rotation.count() };
}
