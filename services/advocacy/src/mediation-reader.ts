import { actorKey, type IdSource } from '@guildhall/kernel';
import { apartFromRequest } from '@guildhall/subgraph';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { MediationViewer } from './mediation/mediation-viewer.js';
import type { MediationPlace } from './mediation-room/mediation-room.js';
import { createMediationRoomRepository, type NewReading } from './mediation-room/mediation-room.repository.js';
import {
  createMediationTextRepository,
  type ReadableMediationText,
} from './mediation-room/mediation-text.repository.js';
import type { Vault } from './sealing/sealing.js';

/** Opens the words of mediations for one viewer, batched per request; nothing for what is hidden, missing or destroyed. */
export type MediationReader = DataLoader<MediationPlace, string | undefined, string>;

/** What a reader works with. */
export type MediationReaderScope = {
  readonly manager: EntityManager;
  readonly vault: Vault;
  readonly ids: IdSource;
  readonly now: Date;
};

/**
 * The only way from stored to shown words of a mediation. What a screener or the mediator reads is written down and
 * committed before any word is handed out; when it cannot be written, nothing is shown.
 */
export function createMediationReader(viewer: MediationViewer, scope: MediationReaderScope): MediationReader {
  const { manager, vault, ids, now } = scope;
  const open = (places: readonly MediationPlace[]): Promise<readonly (string | undefined)[]> =>
    manager.transaction(async (transaction) => {
      const opened = await createMediationTextRepository(transaction, { vault, ids }).listReadable(viewer, places);
      const reader = vault.alias(actorKey(viewer.actor));
      const readings = readingsOf(opened, { now, nextId: () => ids.random() }).map((reading) => ({
        ...reading,
        reader,
      }));
      await createMediationRoomRepository(transaction).addReadings(readings);
      const texts = new Map(opened.map((text) => [keyOf(text), text.text]));
      return places.map((place) => texts.get(keyOf(place)));
    });
  return new DataLoader((places: readonly MediationPlace[]) => apartFromRequest(() => open(places)), {
    cacheKeyFn: keyOf,
  });
}

/** One reading per layer, however many of its texts were opened. Sides read their own rooms unrecorded, as the mediator does their own notes. */
function readingsOf(
  opened: readonly ReadableMediationText[],
  { now, nextId }: { readonly now: Date; readonly nextId: () => NewReading['id'] },
): readonly Omit<NewReading, 'reader'>[] {
  const groups = Map.groupBy(opened, ({ mediationId, layer, partyId }) => `${mediationId}/${layer}/${partyId ?? ''}`);
  return [...groups.values()].flatMap(([first]) => {
    if (first === undefined || first.role === 'PARTY' || first.layer === 'MEDIATOR') return [];
    const { mediationId, layer, partyId, role: readerRole } = first;
    return [{ id: nextId(), mediationId, layer, partyId, readerRole, at: now }];
  });
}

function keyOf({ mediationId, place }: MediationPlace): string {
  return `${mediationId}/${place}`;
}
