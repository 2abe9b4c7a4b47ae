import { actorKey } from '@guildhall/kernel';
import { apartFromRequest } from '@guildhall/subgraph';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { createDisclosureRepository } from './disclosure/disclosure.repository.js';
import { innerReadingsOf, readingsOf } from './disclosure/disclosure.js';
import { chain } from './disclosure/chain.crypto.js';
import { createInnerReadingRepository } from './disclosure/inner-reading.repository.js';
import { visibleReferrals } from './referral/referral.policy.js';
import type { Place, Vault } from './sealing/sealing.js';
import { createSealedTextRepository } from './sealing/sealed-text.repository.js';
import { managerSubject, type CaseViewer } from './sealing/viewer.js';

/** Opens sealed words for one viewer, batched per request; nothing for what is hidden, missing or erased. */
export type SealedReader = DataLoader<Place, string | undefined, string>;

/**
 * The only way from stored to shown words. The ledger is written and committed before any word is handed out, whether
 * or not the client still waits for the answer; when it cannot be written, nothing is shown.
 */
export function createSealedReader(
  viewer: CaseViewer,
  { manager, vault, now }: { readonly manager: EntityManager; readonly vault: Vault; readonly now: Date },
): SealedReader {
  const open = (places: readonly Place[]): Promise<readonly (string | undefined)[]> =>
    manager.transaction(async (transaction) => {
      const opened = await createSealedTextRepository(transaction, vault).listReadable(
        { ...visibleReferrals(viewer), manager: managerSubject(viewer), now },
        places,
      );
      const reader = vault.alias(actorKey(viewer.actor));
      await createDisclosureRepository(transaction, chain).append(readingsOf(viewer, reader, { opened, at: now }));
      await createInnerReadingRepository(transaction).append(innerReadingsOf(reader, { opened, at: now }));
      const texts = new Map(opened.map((text) => [keyOf(text), text.text]));
      return places.map((place) => texts.get(keyOf(place)));
    });
  // A client that leaves ends the statements of its request; a reading that began is written down all the same.
  return new DataLoader((places: readonly Place[]) => apartFromRequest(() => open(places)), { cacheKeyFn: keyOf });
}

function keyOf({ caseId, place }: Place): string {
  return `${caseId}/${place}`;
}
