import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MediationId } from '../mediation/mediation.js';
import type { MediationViewer } from '../mediation/mediation-viewer.js';
import { insideScope, layerScope, sideScope } from '../mediation/layer-scope.js';
import type {
  MediationMessage,
  MediationReading,
  MediationRoom,
  MediationSession,
  RoomId,
  RoomKind,
} from './mediation-room.js';

type RoomRow = { id: RoomId; mediation_id: MediationId; layer: RoomKind; party_id: Id<'MediationParty'> | null };
type MessageRow = {
  id: Id<'MediationMessage'>;
  room_id: RoomId;
  mediation_id: MediationId;
  party_id: Id<'MediationParty'> | null;
  sent_at: Date;
};
type SessionRow = {
  id: Id<'MediationSession'>;
  mediation_id: MediationId;
  party_id: Id<'MediationParty'> | null;
  starts_at: Date;
};
type ReadingRow = {
  id: Id<'MediationReading'>;
  mediation_id: MediationId;
  layer: MediationReading['layer'];
  party_id: Id<'MediationParty'> | null;
  reader_role: MediationReading['readerRole'];
  at: Date;
};

/** A reading with who read, as an alias that only this service can make. */
export type NewReading = MediationReading & { readonly reader: string };

/** Reads and writes rooms without their words; every read takes the viewer. */
export type MediationRoomRepository = ReturnType<typeof createMediationRoomRepository>;

/** A repository over one connection or transaction. */
export function createMediationRoomRepository(manager: EntityManager) {
  const isRoom = `k.layer in ('JOINT', 'CAUCUS', 'MEDIATOR')`;
  return {
    /** The rooms of the mediations that the viewer may be in: the joint one first, the mediator's own notes last. */
    async listOf(viewer: MediationViewer, mediationIds: readonly MediationId[]): Promise<readonly MediationRoom[]> {
      const wall = layerScope(viewer, 2);
      const rows: readonly RoomRow[] = await manager.query(
        `select k.id, k.mediation_id, k.layer, k.party_id from mediation_key k join mediation m on m.id = k.mediation_id
         left join mediation_party o on o.id = k.party_id ${wall.join}
         where k.mediation_id = any($1::uuid[]) and ${isRoom} and ${wall.where}
         order by array_position(array['JOINT', 'CAUCUS', 'MEDIATOR'], k.layer), o.position`,
        [mediationIds, ...wall.values],
      );
      return rows.map(toRoom);
    },

    /** One room, or nothing when missing, hidden or destroyed. */
    async findVisible(viewer: MediationViewer, id: RoomId): Promise<MediationRoom | null> {
      const wall = layerScope(viewer, 2);
      const [row]: readonly RoomRow[] = await manager.query(
        `select k.id, k.mediation_id, k.layer, k.party_id from mediation_key k join mediation m on m.id = k.mediation_id
         ${wall.join} where k.id = $1 and ${isRoom} and ${wall.where}`,
        [id, ...wall.values],
      );
      return row === undefined ? null : toRoom(row);
    },

    async addMessage({ id, roomId, partyId, sentAt }: MediationMessage): Promise<void> {
      await manager.query('insert into mediation_message (id, room_id, party_id, sent_at) values ($1, $2, $3, $4)', [
        id,
        roomId,
        partyId ?? null,
        sentAt,
      ]);
    },

    /** One message of a room the viewer may be in, or nothing when missing, hidden or destroyed. */
    async findMessage(viewer: MediationViewer, id: Id<'MediationMessage'>): Promise<MediationMessage | null> {
      const wall = layerScope(viewer, 2);
      const [row]: readonly MessageRow[] = await manager.query(
        `select w.*, k.mediation_id from mediation_message w join mediation_key k on k.id = w.room_id
         join mediation m on m.id = k.mediation_id ${wall.join} where w.id = $1 and ${wall.where}`,
        [id, ...wall.values],
      );
      return row === undefined ? null : toMessage(row);
    },

    /** What was written in each of the rooms, oldest first, one statement however many rooms. */
    async pageMessages(
      viewer: MediationViewer,
      roomIds: readonly RoomId[],
      { first, after }: PageRequest,
    ): Promise<readonly Page<MediationMessage>[]> {
      const wall = layerScope(viewer, 5);
      const rows: readonly MessageRow[] = await manager.query(
        `select w.*, k.mediation_id from mediation_key k join mediation m on m.id = k.mediation_id ${wall.join}
         cross join lateral (select * from mediation_message l where l.room_id = k.id
           and ($2::timestamptz is null or (l.sent_at, l.id) > ($2, $3::uuid)) order by l.sent_at, l.id limit $4) w
         where k.id = any($1::uuid[]) and ${wall.where} order by w.sent_at, w.id`,
        [roomIds, after?.[0] ?? null, after?.[1] ?? null, first + 1, ...wall.values],
      );
      const byRoom = Map.groupBy(rows.map(toMessage), ({ roomId }) => roomId);
      return roomIds.map((id) =>
        toPage(byRoom.get(id) ?? [], first, (message) => [message.sentAt.toISOString(), message.id]),
      );
    },

    async addSession({ id, mediationId, partyId, startsAt }: MediationSession): Promise<void> {
      await manager.query(
        'insert into mediation_session (id, mediation_id, party_id, starts_at) values ($1, $2, $3, $4)',
        [id, mediationId, partyId ?? null, startsAt],
      );
    },

    /** The meetings that concern the viewer, soonest first; that another party meets the mediator alone is not told. */
    async listSessions(
      viewer: MediationViewer,
      mediationIds: readonly MediationId[],
    ): Promise<readonly MediationSession[]> {
      const wall = insideScope(viewer, 2);
      const rows: readonly SessionRow[] = await manager.query(
        `select s.* from mediation_session s join mediation m on m.id = s.mediation_id ${wall.join}
         where s.mediation_id = any($1::uuid[])
           and (${wall.isMediator} or (side.id is not null and (s.party_id is null or s.party_id = side.id)))
         order by s.starts_at, s.id`,
        [mediationIds, ...wall.values],
      );
      return rows.map((row) => ({
        id: row.id,
        mediationId: row.mediation_id,
        partyId: row.party_id ?? undefined,
        startsAt: row.starts_at,
      }));
    },

    /** Forgets every meeting; that and when people met is nobody's once the talks are over. */
    async deleteSessions(id: MediationId): Promise<void> {
      await manager.query('delete from mediation_session where mediation_id = $1', [id]);
    },

    /** Writes readings down. */
    async addReadings(readings: readonly NewReading[]): Promise<void> {
      if (readings.length === 0) return;
      await manager.query(
        `insert into mediation_reading (id, mediation_id, layer, party_id, reader_role, reader, at)
         select r.id, r.mediation_id, r.layer, r.party_id, r.reader_role, r.reader, r.at
         from jsonb_to_recordset($1::jsonb) as r(id uuid, mediation_id uuid, layer text, party_id uuid, reader_role text, reader text, at timestamptz)`,
        [
          JSON.stringify(
            readings.map(({ id, mediationId, layer, partyId, readerRole, reader, at }) => ({
              id,
              layer,
              reader,
              at,
              mediation_id: mediationId,
              party_id: partyId ?? null,
              reader_role: readerRole,
            })),
          ),
        ],
      );
    },

    /** Who outside the viewer's own side read what the viewer may read, the last reading first; nothing for anybody but a side. */
    async pageReadings(
      viewer: MediationViewer,
      mediationId: MediationId,
      { first, after }: PageRequest,
    ): Promise<Page<MediationReading>> {
      const wall = sideScope(viewer, 5);
      const rows: readonly ReadingRow[] = await manager.query(
        `select r.* from mediation_reading r join mediation m on m.id = r.mediation_id ${wall.join}
         where r.mediation_id = $1 and case r.layer when 'REQUEST' then side.position = 1
           when 'CAUCUS' then side.id = r.party_id else side.id is not null end
           and ($2::timestamptz is null or (r.at, r.id) < ($2, $3::uuid))
         order by r.at desc, r.id desc limit $4`,
        [mediationId, after?.[0] ?? null, after?.[1] ?? null, first + 1, ...wall.values],
      );
      return toPage(
        rows.map((row) => ({
          id: row.id,
          mediationId: row.mediation_id,
          layer: row.layer,
          partyId: row.party_id ?? undefined,
          readerRole: row.reader_role,
          at: row.at,
        })),
        first,
        ({ at, id }) => [at.toISOString(), id],
      );
    },
  };
}

function toRoom(row: RoomRow): MediationRoom {
  return { id: row.id, mediationId: row.mediation_id, kind: row.layer, partyId: row.party_id ?? undefined };
}

function toMessage(row: MessageRow): MediationMessage {
  return {
    id: row.id,
    roomId: row.room_id,
    mediationId: row.mediation_id,
    partyId: row.party_id ?? undefined,
    sentAt: row.sent_at,
  };
}
