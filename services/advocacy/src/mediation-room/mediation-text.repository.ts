import type { Id, IdSource } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MediationId } from '../mediation/mediation.js';
import type { MediationViewer } from '../mediation/mediation-viewer.js';
import type { Vault } from '../sealing/sealing.js';
import { layerScope } from '../mediation/layer-scope.js';
import type { MediationLayer, MediationPlace, RoomId } from './mediation-room.js';

/** Where a new text goes, and who may read it; a caucus names its party. */
export type MediationTarget = MediationPlace & {
  readonly layer: MediationLayer;
  readonly partyId?: Id<'MediationParty'> | undefined;
};

/** A text that the viewer may read, with the facts that say as whom. */
export type ReadableMediationText = MediationPlace & {
  readonly text: string;
  readonly layer: MediationLayer;
  readonly partyId: Id<'MediationParty'> | undefined;
  readonly role: 'PARTY' | 'MEDIATOR' | 'SCREENER';
};

type KeyRow = { id: RoomId; key_id: string; data_key: Buffer };

type TextRow = KeyRow & {
  mediation_id: MediationId;
  place: string;
  content: Buffer;
  layer: MediationLayer;
  party_id: Id<'MediationParty'> | null;
  role: ReadableMediationText['role'];
};

/** Seals and opens the words of mediations; only this repository and the vault ever hold one of their keys. */
export type MediationTextRepository = ReturnType<typeof createMediationTextRepository>;

/** A repository over one connection or transaction. */
export function createMediationTextRepository(
  manager: EntityManager,
  { vault, ids }: { readonly vault: Vault; readonly ids: IdSource },
) {
  return {
    /** Makes a key for a layer that has no living one. */
    async ensureLayer(id: MediationId, layer: MediationLayer, partyId?: Id<'MediationParty'>): Promise<void> {
      const roomId = ids.random<'MediationRoom'>();
      const { keyId, dataKey } = await vault.newKey(roomId);
      await manager.query(
        `insert into mediation_key (id, mediation_id, layer, party_id, key_id, data_key) values ($1, $2, $3, $4, $5, $6)
         on conflict (mediation_id, layer, party_id) where data_key is not null do nothing`,
        [roomId, id, layer, partyId ?? null, keyId, dataKey],
      );
    },

    /** Destroys layers: their keys, and everything that was sealed with them. */
    async destroyLayers(id: MediationId, layers: readonly MediationLayer[], now: Date): Promise<void> {
      const rooms = `(select id from mediation_key where mediation_id = $1 and layer = any($2::text[]))`;
      await manager.query(`delete from mediation_text where room_id in ${rooms}`, [id, layers]);
      await manager.query(`delete from mediation_message where room_id in ${rooms}`, [id, layers]);
      await manager.query(
        `update mediation_key set data_key = null, destroyed_at = $3
         where mediation_id = $1 and layer = any($2::text[]) and data_key is not null`,
        [id, layers, now],
      );
    },

    /** Seals a text in its layer. Throws when the layer is destroyed: such a mediation takes no words. */
    async write({ mediationId, place, layer, partyId }: MediationTarget, text: string): Promise<RoomId> {
      const [key]: readonly KeyRow[] = await manager.query(
        `select id, key_id, data_key from mediation_key
         where mediation_id = $1 and layer = $2 and party_id is not distinct from $3 and data_key is not null`,
        [mediationId, layer, partyId ?? null],
      );
      if (key === undefined) throw new Error('a layer without a key takes no words');
      const content = await vault.seal({ keyId: key.key_id, dataKey: key.data_key }, { ownerId: key.id, place }, text);
      await manager.query(
        'insert into mediation_text (mediation_id, place, room_id, content) values ($1, $2, $3, $4)',
        [mediationId, place, key.id, content],
      );
      return key.id;
    },

    /** Opens those of the texts that the viewer may read; the others are simply not there. */
    async listReadable(
      viewer: MediationViewer,
      places: readonly MediationPlace[],
    ): Promise<readonly ReadableMediationText[]> {
      const wall = layerScope(viewer, 3);
      const rows: readonly TextRow[] = await manager.query(
        `select k.id, k.key_id, k.data_key, k.layer, k.party_id, t.mediation_id, t.place, t.content, ${wall.role} as role
         from unnest($1::uuid[], $2::text[]) as wanted(mediation_id, place)
         join mediation_text t using (mediation_id, place)
         join mediation_key k on k.id = t.room_id
         join mediation m on m.id = t.mediation_id
         ${wall.join} where ${wall.where}`,
        [places.map(({ mediationId }) => mediationId), places.map(({ place }) => place), ...wall.values],
      );
      return Promise.all(
        rows.map(async (row) => ({
          mediationId: row.mediation_id,
          place: row.place,
          layer: row.layer,
          partyId: row.party_id ?? undefined,
          role: row.role,
          text: await vault.open(
            { keyId: row.key_id, dataKey: row.data_key },
            { ownerId: row.id, place: row.place },
            row.content,
          ),
        })),
      );
    },
  };
}
