import { loadLife } from './load-life.js';
import { rolesOfTwo } from '../src/appointment/appointment.js';
import { planDemoUnion, type DemoMember, type DemoUnion } from '@guildhall/demo';
import type { EntityManager } from 'typeorm';
import { defaultAudiences, graceMs } from '../src/member/member.js';
import { addJobs, insertRows, type PlannedJob, type Row, type SeedOptions } from '@guildhall/subgraph';
import { loadDuty } from './load-duty.js';
import { loadElections } from './load-elections.js';
import { loadHelp } from './load-help.js';
import { loadCompanionship } from './load-companionship.js';
import { loadConnections } from './load-connections.js';
import { loadNeeds } from './load-needs.js';
import { loadPlaces } from './load-places.js';
import { loadCampus } from './load-campus.js';
import { loadNotifications } from './load-notifications.js';
import { loadAffiliations } from './load-affiliations.js';
import { seatedMandates } from './seated-mandates.js';

const dayMs = 86_400_000;

/**
 * Loads the labelled demo union: people, groups, offices and staff roles, with the jobs that end what has an end in the
 * future. The other services load their own copies of who may do what, so no event is sent.
 */
export async function loadDemoUnion(
  manager: EntityManager,
  { anchor, size, environment, onProgress }: SeedOptions,
): Promise<void> {
  const union = planDemoUnion({ anchor, size });
  onProgress(`Loading ${union.members.length} demo members.`);
  const members = union.members.map((member, index) => memberRow(member, statusOf(member, index, anchor)));
  await insertRows(manager, 'member', members);
  onProgress(`Loading ${union.groups.length} groups with ${union.groupMemberships.length} memberships.`);
  await loadGroups(manager, union);
  onProgress(`Loading ${union.mandates.length} mandates and ${union.appointments.length} staff appointments.`);
  await loadOffices(manager, union);
  await loadAffiliations(manager, union, { anchor, size });
  await loadPosts(manager, union);
  await loadCampus(manager, union, { anchor, size });
  await loadConnections(manager, union, { anchor, size });
  await loadNeeds(manager, union, { anchor, size });
  await loadPlaces(manager, union, { anchor });
  await loadHelp(manager, union, { anchor, size });
  await loadCompanionship(manager, union, { anchor, size });
  onProgress('Loading elections, and counting those that are over.');
  await loadElections(manager, union, { anchor, environment });
  await loadDuty(manager, union, { anchor });
  await loadNotifications(manager, { anchor });
  await loadLife(manager, anchor);
  await addJobs(manager, [...statusJobs(union, anchor), ...mandateJobs(union, anchor)]);
}

type StatusDetails = { readonly reason: string | null; readonly until: Date | null };

/** Ends of grace and of suspension are spread over the weeks after the anchor. */
function statusOf({ status }: DemoMember, index: number, anchor: Date): StatusDetails {
  const inDays = (days: number): Date => new Date(anchor.getTime() + days * dayMs);
  if (status === 'LAPSED') return { reason: null, until: inDays(1 + (index % (graceMs / dayMs - 1))) };
  if (status === 'SUSPENDED')
    return { reason: 'Missed three bookings of the sports hall without a word.', until: inDays(7 + (index % 30)) };
  return { reason: status === 'REJECTED' ? 'The student number is not on the university roll.' : null, until: null };
}

function memberRow(member: DemoMember, { reason, until }: StatusDetails): Row {
  const { id, subject, status, pronouns, bio, faculty, programme, level, year, interests, skills, languages } = member;
  return {
    id,
    subject,
    status,
    pronouns,
    bio,
    faculty,
    programme,
    level,
    year,
    interests,
    skills,
    languages,
    student_number: member.studentNumber,
    display_name: member.displayName,
    audiences: { ...defaultAudiences, ...member.audiences },
    joined_at: member.joinedAt,
    status_reason: reason,
    status_until: until,
    version: 1,
  };
}

async function loadGroups(manager: EntityManager, { groups, groupMemberships }: DemoUnion): Promise<void> {
  await insertRows(
    manager,
    'student_group',
    groups.map(({ foundedAt, ...group }) => ({ ...group, founded_at: foundedAt, version: 1 })),
  );
  const rows = groupMemberships.map(({ groupId, memberId, ...membership }) => ({
    ...membership,
    group_id: groupId,
    member_id: memberId,
    removal_reason: membership.status === 'REMOVED' ? 'Broke the code of conduct.' : null,
    version: 1,
  }));
  await insertRows(manager, 'group_membership', rows);
}

async function loadOffices(manager: EntityManager, { positions, mandates, appointments }: DemoUnion): Promise<void> {
  await insertRows(
    manager,
    'position',
    positions.map(({ groupId, ...position }) => ({ ...position, group_id: groupId, version: 1 })),
  );
  const held = seatedMandates(mandates).map(({ mandate, seat }) => ({
    id: mandate.id,
    position_id: mandate.positionId,
    member_id: mandate.memberId,
    seat,
    starts_at: mandate.from,
    ends_at: mandate.to,
    ended_at: mandate.endedAt,
    conferred_by: mandate.by,
    version: 1,
  }));
  await insertRows(manager, 'mandate', held);
  const given = appointments.map(({ id, subject, role, from, to, endedAt }) => ({
    id,
    subject,
    role,
    starts_at: from,
    ends_at: to,
    ended_at: endedAt,
    granted_by: 'system:demo',
    confirmed_by: rolesOfTwo.includes(role) ? 'system:demo-second' : null,
    confirmed_at: rolesOfTwo.includes(role) ? from : null,
    version: 1,
  }));
  await insertRows(manager, 'appointment', given);
}

async function loadPosts(manager: EntityManager, { posts }: DemoUnion): Promise<void> {
  const rows = posts.map(({ groupId, authorId, postedAt, ...post }) => ({
    ...post,
    group_id: groupId,
    author_id: authorId,
    posted_at: postedAt,
    status: 'PUBLISHED',
    removal_reason: null,
    version: 1,
  }));
  await insertRows(manager, 'post', rows);
}

function statusJobs({ members }: DemoUnion, anchor: Date): readonly PlannedJob[] {
  return members.flatMap((member, index) => {
    const { until } = statusOf(member, index, anchor);
    const task = member.status === 'LAPSED' ? 'graduate-member' : 'reinstate-member';
    return until === null
      ? []
      : [{ task, payload: { memberId: member.id }, runAt: until, key: `member-status:${member.id}` }];
  });
}

function mandateJobs({ mandates }: DemoUnion, anchor: Date): readonly PlannedJob[] {
  return mandates
    .filter(({ to, endedAt }) => endedAt === undefined && to > anchor)
    .map(({ id, to }) => ({ task: 'end-mandate', payload: { mandateId: id }, runAt: to, key: `end-mandate:${id}` }));
}
