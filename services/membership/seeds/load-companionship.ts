import { createHash } from 'node:crypto';
import {
  demoProposalMs,
  fixedId,
  planDemoCompanionship,
  type DemoCircle,
  type DemoCompanyAsk,
  type DemoPair,
  type DemoConversation,
  type DemoUnion,
} from '@guildhall/demo';
import type { Id } from '@guildhall/kernel';
import { addJobs, insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { expireTask } from '../src/circle-wish/use-cases/propose-circles.js';
import { forgetCompanyTask } from '../src/company/company.repository.js';

const dayMs = 86_400_000;
/** How many connected pairs of the full union talk. */
const talkingPairs = { full: 1500, small: 300 } as const;

type Options = Pick<SeedOptions, 'anchor' | 'size'>;

/** Loads conversations, circles, wishes and asks for company, with the jobs that end them. Call it after connections. */
export async function loadCompanionship(manager: EntityManager, union: DemoUnion, options: Options): Promise<void> {
  const { anchor, size } = options;
  const facts = { pairs: await listPairs(manager, talkingPairs[size]), blocked: await listBlocked(manager) };
  const { talks, circles, wishes, asks } = planDemoCompanionship(union, options, facts);
  const names = new Map(union.members.map(({ id, displayName }) => [id, displayName]));
  await loadTalks(manager, talks, names);
  await insertRows(manager, 'small_circle', circles.map(circleRow));
  await insertRows(manager, 'circle_seat', circles.flatMap(seatRows));
  await insertRows(
    manager,
    'circle_meeting',
    circles.filter(({ status }) => status === 'MEETS').map((circle) => meetingRow(circle, anchor)),
  );
  await insertRows(
    manager,
    'circle_wish',
    wishes.map(({ memberId, halfDays, sizeMax, wishedAt, ...wish }) => ({
      ...wish,
      member_id: memberId,
      half_days: halfDays,
      size_max: sizeMax,
      wished_at: wishedAt,
      rounds_waited: 0,
    })),
  );
  await addJobs(
    manager,
    circles
      .filter(({ status }) => status === 'PROPOSED')
      .map(({ id, proposedAt }) => ({
        task: expireTask,
        payload: { circleId: id },
        runAt: new Date(proposedAt.getTime() + demoProposalMs),
        key: `${expireTask}:${id}`,
      })),
  );
  await loadActivities(manager, union, anchor);
  await loadAsks(manager, asks);
}

async function listPairs(manager: EntityManager, count: number): Promise<readonly DemoPair[]> {
  const rows: readonly { requester_id: Id<'Member'>; addressee_id: Id<'Member'>; connected_at: Date }[] =
    await manager.query(
      `select requester_id, addressee_id, connected_at from member_connection where status = 'CONNECTED' order by id limit $1`,
      [count],
    );
  return rows.map((row) => ({ memberIds: [row.requester_id, row.addressee_id], since: row.connected_at }));
}

async function listBlocked(manager: EntityManager): Promise<ReadonlySet<string>> {
  const rows: readonly { blocker_id: string; blocked_id: string }[] = await manager.query(
    'select blocker_id, blocked_id from member_block',
  );
  return new Set(rows.flatMap((row) => [`${row.blocker_id} ${row.blocked_id}`, `${row.blocked_id} ${row.blocker_id}`]));
}

/** Two connected members have one conversation, known by both their ids. */
function sourceOf({ sourceId, memberIds }: DemoConversation): string {
  const pair = createHash('md5').update(memberIds.toSorted().join(':')).digest('hex');
  return sourceId ?? pair.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function loadTalks(
  manager: EntityManager,
  talks: readonly DemoConversation[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  await insertRows(
    manager,
    'conversation',
    talks.map((talk) => ({
      id: talk.id,
      kind: talk.kind,
      source_id: sourceOf(talk),
      opened_at: talk.openedAt,
      last_number: talk.messages.length,
      last_at: talk.messages.at(-1)?.writtenAt ?? talk.openedAt,
    })),
  );
  await insertRows(
    manager,
    'conversation_member',
    talks.flatMap(({ id, memberIds, openedAt, messages }) =>
      memberIds.map((memberId, index) => ({
        conversation_id: id,
        member_id: memberId,
        shown_name: names.get(memberId) ?? '',
        joined_at: openedAt,
        after_number: 0,
        read_number: readUpTo(messages, memberId, index),
        is_muted: false,
        shows_reading: index === 1,
      })),
    ),
  );
  await insertRows(
    manager,
    'message',
    talks.flatMap(({ id: conversationId, messages }) =>
      messages.map(({ id, authorId, body, writtenAt }, index) => ({
        id,
        body,
        conversation_id: conversationId,
        number: index + 1,
        author_id: authorId,
        written_at: writtenAt,
        status: 'SENT',
      })),
    ),
  );
}

/** Who wrote last has read all; one of the others has not seen the last message. */
function readUpTo(messages: DemoConversation['messages'], memberId: string, index: number): number {
  const isOwn = messages.at(-1)?.authorId === memberId;
  return isOwn || index > 1 ? messages.length : Math.max(messages.length - 1, 0);
}

function circleRow({ id, status, interest, language, halfDay, proposedAt }: DemoCircle) {
  return {
    id,
    status,
    interest,
    language,
    half_day: halfDay,
    proposed_at: proposedAt,
    expires_at: new Date(proposedAt.getTime() + demoProposalMs),
    formed_at: status === 'FORMED' || status === 'MEETS' ? new Date(proposedAt.getTime() + 2 * dayMs) : null,
    ended_at: status === 'ENDED' ? new Date(proposedAt.getTime() + demoProposalMs) : null,
  };
}

function seatRows({ id, seats, proposedAt }: DemoCircle) {
  return seats.map(({ memberId, status }, index) => ({
    circle_id: id,
    member_id: memberId,
    place: index + 1,
    status,
    answered_at: status === 'INVITED' || status === 'LAPSED' ? null : new Date(proposedAt.getTime() + dayMs),
  }));
}

function meetingRow({ id, proposedAt }: DemoCircle, anchor: Date) {
  return {
    id: fixedId<'CircleMeeting'>(`meeting/${id}`),
    circle_id: id,
    meets_at: new Date(anchor.getTime() + 4 * dayMs),
    place: 'The union café',
    planned_at: new Date(proposedAt.getTime() + 3 * dayMs),
  };
}

/** Activities that are ahead, as the activities service would have told of them. */
async function loadActivities(manager: EntityManager, { activities }: DemoUnion, anchor: Date): Promise<void> {
  const ahead = activities.filter(({ status, endsAt }) => status === 'PUBLISHED' && endsAt > anchor);
  await insertRows(
    manager,
    'known_activity',
    ahead.map(({ id, startsAt, endsAt }) => ({ activity_id: id, starts_at: startsAt, ends_at: endsAt, is_open: true })),
  );
  await addJobs(
    manager,
    ahead.map(({ id, endsAt }) => ({
      task: forgetCompanyTask,
      payload: { activityId: id },
      runAt: endsAt,
      key: `${forgetCompanyTask}:${id}`,
    })),
  );
}

async function loadAsks(manager: EntityManager, asks: readonly DemoCompanyAsk[]): Promise<void> {
  const companies = new Map(
    asks.flatMap((ask) => (ask.companyId === undefined ? [] : [[ask.companyId, ask] as const])),
  );
  await insertRows(
    manager,
    'company',
    [...companies].map(([id, { activityId, askedAt }]) => ({ id, activity_id: activityId, found_at: askedAt })),
  );
  const places = new Map<string, number>();
  await insertRows(
    manager,
    'company_ask',
    asks.map(({ id, activityId, memberId, companyId, askedAt }) => {
      const place = companyId === undefined ? undefined : (places.get(companyId) ?? 0) + 1;
      if (companyId !== undefined && place !== undefined) places.set(companyId, place);
      return {
        id,
        activity_id: activityId,
        member_id: memberId,
        size_max: 2,
        asked_at: askedAt,
        company_id: companyId ?? null,
        place: place ?? null,
      };
    }),
  );
}
