import type { Actor } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { HalfDay } from '../circle-wish/circle-wish.js';
import type { GroupId, GroupKind } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import type { Circle, CircleFacts, CircleId, CircleMember, CircleStatus, Meeting, Seat, SeatStatus } from './circle.js';
import { seeingSeats, visibleCircles } from './circle.policy.js';

/** Reads and writes circles; every read takes the actor, but for the platform's own tasks. */
export type CircleRepository = ReturnType<typeof createCircleRepository>;

/** How many circles of their own a member is shown: those that live and the last ones that ended. */
const listedMax = 10;

/** A repository over one connection or transaction. */
export function createCircleRepository(manager: EntityManager) {
  const read = async (
    condition: string,
    parameters: readonly unknown[],
    viewer: MemberId | undefined,
  ): Promise<readonly CircleFacts[]> => {
    const rows: readonly CircleRow[] = await manager.query(
      `select c.*, (select jsonb_agg(jsonb_build_object('memberId', s.member_id, 'status', s.status,
           'hasAgreed', s.agreed_at is not null) order by s.place) from circle_seat s where s.circle_id = c.id) as seats
       from small_circle c where ${condition}`,
      [...parameters],
    );
    return rows.map((row) => toFacts(row, viewer));
  };
  const own = `exists (select 1 from circle_seat s where s.circle_id = c.id and s.member_id = $1 and s.status = any($2))`;
  const ofActor = (actor: Actor): readonly unknown[] => [visibleCircles(actor) ?? null, seeingSeats];

  return {
    /** The actor's circles and proposals: those that live first, then the last ones that ended. */
    listOwn: (actor: Actor): Promise<readonly CircleFacts[]> =>
      read(
        `${own} order by c.status in ('ENDED', 'CONTINUES'), c.proposed_at desc, c.id limit ${listedMax}`,
        ofActor(actor),
        visibleCircles(actor),
      ),

    /** The circles among `ids` in which the actor has a seat that shows them. */
    listVisible: (actor: Actor, ids: readonly CircleId[]): Promise<readonly CircleFacts[]> =>
      read(`${own} and c.id = any($3::uuid[])`, [...ofActor(actor), ids], visibleCircles(actor)),

    /** One circle in which the actor has a seat, locked with all its seats until the transaction ends. */
    async findVisibleLocked(actor: Actor, id: CircleId): Promise<CircleFacts | null> {
      await manager.query(`select 1 from small_circle c where ${own} and c.id = $3 for update of c`, [
        ...ofActor(actor),
        id,
      ]);
      return (await this.listVisible(actor, [id]))[0] ?? null;
    },

    /** One circle for the platform's own tasks, locked until the transaction ends. */
    async findLocked(id: CircleId): Promise<CircleFacts | null> {
      await manager.query('select 1 from small_circle where id = $1 for update', [id]);
      return (await read('c.id = $1', [id], undefined))[0] ?? null;
    },

    /** The live circles and proposals in which both have a seat, locked until the transaction ends. */
    async listSharedLocked(one: MemberId, other: MemberId): Promise<readonly CircleFacts[]> {
      const shared: readonly { id: CircleId }[] = await manager.query(
        `select c.id from small_circle c
         where (select count(*) from circle_seat s where s.circle_id = c.id and s.member_id = any($1::uuid[])
           and s.status in ('INVITED', 'ACCEPTED')) = 2
         order by c.id for update of c`,
        [[one, other]],
      );
      return read('c.id = any($1::uuid[])', [shared.map(({ id }) => id)], one);
    },

    /** The names of those who accepted, of circles that are there and in which the actor is. */
    async listMembers(actor: Actor, ids: readonly CircleId[]): Promise<readonly CircleMember[]> {
      const rows: readonly { circle_id: CircleId; member_id: MemberId; display_name: string }[] = await manager.query(
        `select s.circle_id, s.member_id, m.display_name
         from small_circle c
         join circle_seat me on me.circle_id = c.id and me.member_id = $1 and me.status = 'ACCEPTED'
         join circle_seat s on s.circle_id = c.id and s.status = 'ACCEPTED'
         join member m on m.id = s.member_id
         where c.id = any($2::uuid[]) and c.status in ('FORMED', 'MEETS')
         order by s.circle_id, s.place`,
        [visibleCircles(actor) ?? null, ids],
      );
      return rows.map((row) => ({ circleId: row.circle_id, memberId: row.member_id, name: row.display_name }));
    },

    /** The meetings of circles in which the actor is, soonest first. */
    async listMeetings(actor: Actor, ids: readonly CircleId[]): Promise<readonly Meeting[]> {
      const rows: readonly MeetingRow[] = await manager.query(
        `select g.id, g.circle_id, g.meets_at, g.place, g.cancelled_at
         from circle_meeting g
         join circle_seat me on me.circle_id = g.circle_id and me.member_id = $1 and me.status in ('ACCEPTED', 'DONE')
         where g.circle_id = any($2::uuid[]) order by g.circle_id, g.meets_at, g.id`,
        [visibleCircles(actor) ?? null, ids],
      );
      return rows.map((row) => ({
        id: row.id,
        circleId: row.circle_id,
        meetsAt: row.meets_at,
        place: row.place,
        cancelledAt: row.cancelled_at ?? undefined,
      }));
    },

    /** Proposes circles, three statements however many they are. */
    async addMany(
      proposed: readonly { readonly circle: Circle; readonly memberIds: readonly MemberId[] }[],
    ): Promise<void> {
      await insertRows(
        manager,
        'small_circle',
        proposed.map(({ circle }) => toRow(circle)),
      );
      await insertRows(
        manager,
        'circle_seat',
        proposed.flatMap(({ circle, memberIds }) =>
          memberIds.map((memberId, index) => ({
            circle_id: circle.id,
            member_id: memberId,
            place: index + 1,
            status: 'INVITED',
          })),
        ),
      );
    },

    /** Writes what became of a circle and of its seats; the circle was locked when it was read. */
    async save({ circle, seats }: CircleFacts, now: Date): Promise<void> {
      await manager.query(
        `update small_circle c set status = r.status, formed_at = r.formed_at, ended_at = r.ended_at, group_name = r.group_name,
           group_kind = r.group_kind, group_purpose = r.group_purpose, group_id = r.group_id
         from jsonb_populate_record(null::small_circle, $1::jsonb) r where c.id = r.id`,
        [JSON.stringify(toRow(circle))],
      );
      await manager.query(
        `update circle_seat s set status = r.status, answered_at = case when s.status = r.status then s.answered_at else $3 end,
           agreed_at = case when r."hasAgreed" then coalesce(s.agreed_at, $3) end
         from jsonb_to_recordset($2::jsonb) as r("memberId" uuid, status text, "hasAgreed" boolean)
         where s.circle_id = $1 and s.member_id = r."memberId"`,
        [circle.id, JSON.stringify(seats), now],
      );
    },

    /** Adds a meeting to those of its circle. */
    async addMeeting({ id, circleId, meetsAt, place }: Meeting, now: Date): Promise<void> {
      await manager.query(
        'insert into circle_meeting (id, circle_id, meets_at, place, planned_at) values ($1, $2, $3, $4, $5)',
        [id, circleId, meetsAt, place, now],
      );
    },

    /** Cancels a meeting that is ahead; tells whether there was one. */
    async cancelMeeting(circleId: CircleId, id: Meeting['id'], now: Date): Promise<boolean> {
      const rows: readonly [readonly unknown[], number] = await manager.query(
        'update circle_meeting set cancelled_at = $3 where circle_id = $1 and id = $2 and cancelled_at is null and meets_at > $3',
        [circleId, id, now],
      );
      return rows[1] > 0;
    },

    /** How many meetings of a circle lie ahead. */
    async countAhead(circleId: CircleId, now: Date): Promise<number> {
      const [row]: readonly { ahead: number }[] = await manager.query(
        'select count(*)::int as ahead from circle_meeting where circle_id = $1 and cancelled_at is null and meets_at > $2',
        [circleId, now],
      );
      return row?.ahead ?? 0;
    },
  };
}

type MeetingRow = {
  readonly id: Meeting['id'];
  readonly circle_id: CircleId;
  readonly meets_at: Date;
  readonly place: string;
  readonly cancelled_at: Date | null;
};

type CircleRow = {
  readonly id: CircleId;
  readonly status: CircleStatus;
  readonly interest: string;
  readonly language: string;
  readonly half_day: HalfDay;
  readonly proposed_at: Date;
  readonly expires_at: Date;
  readonly formed_at: Date | null;
  readonly ended_at: Date | null;
  readonly group_name: string | null;
  readonly group_kind: GroupKind | null;
  readonly group_purpose: string | null;
  readonly group_id: GroupId | null;
  readonly seats: readonly { readonly memberId: MemberId; readonly status: SeatStatus; readonly hasAgreed: boolean }[];
};

function toFacts(row: CircleRow, viewerId: MemberId | undefined): CircleFacts {
  const seats: readonly Seat[] = row.seats;
  const { group_name: name, group_kind: kind, group_purpose: purpose } = row;
  const circle: Circle = {
    id: row.id,
    status: row.status,
    interest: row.interest,
    language: row.language,
    halfDay: row.half_day,
    proposedAt: row.proposed_at,
    expiresAt: row.expires_at,
    formedAt: row.formed_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    groupDraft: name === null || kind === null || purpose === null ? undefined : { name, kind, purpose },
    groupId: row.group_id ?? undefined,
  };
  return { circle, seats, viewer: seats.find(({ memberId }) => memberId === viewerId) };
}

function toRow(circle: Circle) {
  return {
    id: circle.id,
    status: circle.status,
    interest: circle.interest,
    language: circle.language,
    half_day: circle.halfDay,
    proposed_at: circle.proposedAt,
    expires_at: circle.expiresAt,
    formed_at: circle.formedAt ?? null,
    ended_at: circle.endedAt ?? null,
    group_name: circle.groupDraft?.name ?? null,
    group_kind: circle.groupDraft?.kind ?? null,
    group_purpose: circle.groupDraft?.purpose ?? null,
    group_id: circle.groupId ?? null,
  };
}
