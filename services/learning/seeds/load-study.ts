import {
  planDemoConnections,
  planDemoMentoring,
  planDemoStudyGroups,
  type DemoStudyGroup,
  type DemoUnion,
} from '@guildhall/demo';
import { createIdSource, type Id } from '@guildhall/kernel';
import { addJobs, insertRows, type PlannedJob, type Row, type SeedOptions } from '@guildhall/subgraph';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { afterTurn, fairHost, type HostTurn } from '../src/study-session/fair-host.js';
import { currentStudyRules } from '../src/study-group/study-rules.js';
import { endOfDay, occurrencesOf } from '../src/study-group/weekly-times.js';

const zone = 'Europe/London';
const dayMs = 86_400_000;
const weeksBack = 4;

/** Loads pairs that a block keeps apart, study groups with their sessions, mentoring, and the jobs of all of them. */
export async function loadStudy(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, size, onProgress }: Pick<SeedOptions, 'anchor' | 'size' | 'onProgress'>,
): Promise<void> {
  const { blocks } = planDemoConnections(union, { anchor, size });
  const pairs = blocks.map(({ blockerId, blockedId }) => [blockerId, blockedId].sort());
  const distinct = new Map(
    pairs.map(([oneId, otherId]) => [`${oneId}${otherId}`, { one_id: oneId, other_id: otherId }]),
  );
  await insertRows(manager, 'blocked_pair', [...distinct.values()]);
  const groups = planDemoStudyGroups(union, blocks, { anchor, size });
  onProgress(`Loading ${groups.length} study groups and their sessions.`);
  await loadGroups(manager, groups, anchor);
  const { offers, pairs: mentorPairs } = planDemoMentoring(union, blocks, { anchor, size });
  onProgress(`Loading ${offers.length} mentors.`);
  await insertRows(
    manager,
    'mentor_offer',
    offers.map(({ memberId, menteesMax, offeredAt, ...offer }) => ({
      ...offer,
      member_id: memberId,
      mentees_max: menteesMax,
      offered_at: offeredAt,
      version: 1,
    })),
  );
  await insertRows(
    manager,
    'mentor_pair',
    mentorPairs.map((pair) => ({
      id: pair.id,
      offer_id: pair.offerId,
      mentor_id: pair.mentorId,
      mentee_id: pair.menteeId,
      line: pair.line,
      status: pair.status,
      asked_at: pair.askedAt,
      answer_until: pair.answerUntil,
      started_at: pair.startedAt,
      ended_at: pair.endedAt,
      version: 1,
    })),
  );
  await addJobs(
    manager,
    mentorPairs
      .filter(({ status }) => status === 'PROPOSED')
      .map(({ id, answerUntil }) => jobOf('lapse-mentor-pair', { pairId: id }, answerUntil)),
  );
}

async function loadGroups(manager: EntityManager, groups: readonly DemoStudyGroup[], anchor: Date): Promise<void> {
  const planned = groups.map((group) => ({ group, sessions: sessionsOf(group, anchor) }));
  await insertRows(
    manager,
    'study_group',
    groups.map((group) => groupRow(group, anchor)),
  );
  await insertRows(
    manager,
    'study_place',
    groups.flatMap(({ id, places }) =>
      places.map(({ memberId, ...place }) => ({ ...place, group_id: id, member_id: memberId, version: 1 })),
    ),
  );
  const sessions = planned.flatMap((each) => each.sessions);
  await insertRows(manager, 'study_session', sessions.map(sessionRow));
  await insertRows(
    manager,
    'study_attendance',
    sessions.flatMap(({ id, present, startsAt }) =>
      present.map((memberId) => ({
        session_id: id,
        member_id: memberId,
        is_present: true,
        is_by_themselves: true,
        recorded_at: startsAt,
      })),
    ),
  );
  await addJobs(
    manager,
    planned.flatMap(({ group, sessions: own }) => jobsOf(group, own, anchor)),
  );
}

type PlannedSession = {
  readonly id: Id<'StudySession'>;
  readonly groupId: Id<'StudyGroup'>;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: 'PLANNED' | 'RUNNING' | 'DONE';
  readonly hostId: Id<'Member'> | undefined;
  readonly present: readonly Id<'Member'>[];
};

/** Four weeks back and two ahead; whoever's turn it was hosted, and all but one were there. */
function sessionsOf(
  { id: groupId, status, times, places, foundedAt }: DemoStudyGroup,
  anchor: Date,
): readonly PlannedSession[] {
  if (status !== 'ACTIVE') return [];
  const seated = places.filter((place) => place.status === 'SEATED');
  let turns: readonly HostTurn[] = seated.map(({ memberId, since }) => ({
    memberId,
    hosted: 0,
    lastHostedAt: undefined,
    seatedAt: since,
  }));
  const after = new Date(Math.max(anchor.getTime() - weeksBack * 7 * dayMs, foundedAt.getTime()));
  return occurrencesOf(times, { after, until: horizonOf(anchor), zone }).map(({ startsAt, endsAt }, index) => {
    const hostId = fairHost(turns);
    if (hostId !== undefined) turns = afterTurn(turns, hostId, startsAt);
    const isOver = endsAt <= anchor;
    const ahead = startsAt <= anchor ? 'RUNNING' : 'PLANNED';
    return {
      id: sessionId(groupId, startsAt),
      groupId,
      startsAt,
      endsAt,
      status: isOver ? 'DONE' : ahead,
      hostId,
      present: isOver
        ? seated.flatMap(({ memberId }, place) =>
            place === index % seated.length && memberId !== hostId ? [] : [memberId],
          )
        : [],
    };
  });
}

function horizonOf(anchor: Date): Date {
  return new Date(anchor.getTime() + currentStudyRules.planAheadMs);
}

/** The same on every machine: made of the group and the hour. */
function sessionId(groupId: string, startsAt: Date): Id<'StudySession'> {
  const bytes = createHash('sha256').update(`${groupId}${startsAt.toISOString()}`).digest();
  return createIdSource(
    () => startsAt.getTime(),
    (count) => bytes.subarray(0, count),
  ).ordered();
}

function groupRow(group: DemoStudyGroup, anchor: Date): Row {
  const lastDay = new Date(anchor.getTime() + group.daysLeft * dayMs).toISOString().slice(0, 10);
  return {
    id: group.id,
    title: group.title,
    about: group.about,
    course: group.course,
    constituency_id: group.constituencyId,
    style: group.style,
    setting: group.setting,
    whereabouts: group.whereabouts,
    language: group.language,
    times: group.times,
    members_min: group.membersMin,
    capacity: group.capacity,
    admission: group.admission,
    status: group.status,
    last_day: lastDay,
    ends_at: endOfDay(lastDay, zone),
    planned_until: group.status === 'ACTIVE' ? horizonOf(anchor) : undefined,
    organiser_id: group.places[0]?.memberId,
    founded_at: group.foundedAt,
    rules_version: currentStudyRules.version,
    version: 1,
  };
}

function sessionRow({ id, groupId, startsAt, endsAt, status, hostId }: PlannedSession): Row {
  return {
    id,
    group_id: groupId,
    starts_at: startsAt,
    ends_at: endsAt,
    status,
    host_id: hostId,
    is_hosting_offered: false,
    version: 1,
  };
}

function jobsOf(group: DemoStudyGroup, sessions: readonly PlannedSession[], anchor: Date): readonly PlannedJob[] {
  const lastDay = new Date(anchor.getTime() + group.daysLeft * dayMs).toISOString().slice(0, 10);
  const endsAt = endOfDay(lastDay, zone) ?? horizonOf(anchor);
  const next = new Date(anchor.getTime() + currentStudyRules.planEveryMs);
  return [
    jobOf('end-study-group', { groupId: group.id }, endsAt),
    ...(group.status === 'ACTIVE' ? [jobOf('plan-study-sessions', { groupId: group.id }, next)] : []),
    ...sessions.flatMap(({ id, status, startsAt, endsAt: sessionEnds }) => {
      if (status === 'PLANNED') return [jobOf('begin-study-session', { sessionId: id }, startsAt)];
      const closes = new Date(sessionEnds.getTime() + currentStudyRules.closeAfterMs);
      return status === 'RUNNING' ? [jobOf('close-study-session', { sessionId: id }, closes)] : [];
    }),
  ];
}

function jobOf(task: string, payload: Readonly<Record<string, string>>, runAt: Date): PlannedJob {
  return { task, payload, runAt, key: `${task}:${Object.values(payload).join()}` };
}
