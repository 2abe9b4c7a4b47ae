import {
  demoMembers,
  planDemoService,
  type DemoClaim,
  type DemoHost,
  type DemoOpportunity,
  type DemoShift,
  type DemoSignup,
  type DemoUnion,
} from '@guildhall/demo';
import { addJobs, insertRows, type PlannedJob, type Row, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { currentHoursRules } from '../src/hours-claim/hours-rules.js';
import { currentShiftRules } from '../src/shift/shift-rules.js';

/** Loads the voluntary service of the demo union. Only training is asked for by the clock. */
export async function loadService(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, size, onProgress }: Pick<SeedOptions, 'anchor' | 'size' | 'onProgress'>,
): Promise<void> {
  const { hosts, opportunities, shifts, signups, claims } = planDemoService(union, { anchor, size });
  onProgress(`Loading ${opportunities.length} opportunities of service and ${claims.length} claims of hours.`);
  await insertRows(manager, 'service_host', hosts.map(hostRow));
  await insertRows(manager, 'opportunity', opportunities.map(opportunityRow));
  await insertRows(manager, 'shift', shifts.map(shiftRow));
  await insertRows(manager, 'shift_role', shifts.map(roleRow));
  await insertRows(manager, 'shift_signup', signups.map(signupRow));
  await addJobs(manager, shifts.filter((shift) => isAsking(shift, anchor)).map(trainingJob));
  await insertRows(
    manager,
    'hours_claim',
    claims.map((claim) => claimRow(claim, anchor)),
  );
}

/** Whether the training of those who come is to be asked for when the shift begins. */
function isAsking({ requiredPathId, startsAt }: DemoShift, anchor: Date): boolean {
  return requiredPathId !== undefined && startsAt > anchor;
}

function trainingJob({ id: shiftId, startsAt: runAt }: DemoShift): PlannedJob {
  return { task: 'check-shift-training', payload: { shiftId }, runAt, key: `check-shift-training:${shiftId}` };
}

function hostRow({ id, name, contactId, groupId }: DemoHost): Row {
  const about = `${name} works with students of the union every week. Somebody is there to show you how it is done.`;
  return { id, name, about, group_id: groupId ?? null, contact_member_id: contactId, status: 'ACTIVE', version: 1 };
}

function opportunityRow(opportunity: DemoOpportunity): Row {
  const { id, hostId, title, summary, kind, place, skill, access, asksHost, isAdultsOnly, status, draftedBy } =
    opportunity;
  const isVetted = status !== 'DRAFT';
  return {
    id,
    host_id: hostId,
    title,
    summary,
    kind,
    place,
    skills: [skill],
    languages: ['en'],
    access,
    is_adults_only: isAdultsOnly,
    asks_host: asksHost,
    status,
    status_reason: status === 'CLOSED' ? 'It is over for this year.' : null,
    drafted_by_member_id: draftedBy,
    vetted_by_member_id: isVetted ? demoMembers.uma.memberId : null,
    vetted_at: opportunity.openedAt ?? null,
    vetting_checks: isVetted ? ['PARTNER_KNOWN', 'INSURANCE', 'SAFEGUARDING'] : [],
    opened_at: opportunity.openedAt ?? null,
    version: 1,
  };
}

function shiftRow({ id, opportunityId, startsAt, endsAt, isHard }: DemoShift): Row {
  return {
    id,
    opportunity_id: opportunityId,
    starts_at: startsAt,
    ends_at: endsAt,
    meeting_point: 'At the front desk, ten minutes before',
    is_hard: isHard,
    status: 'PLANNED',
    version: 1,
  };
}

function roleRow({ id, roleId, role, needed, requiredPathId }: DemoShift): Row {
  return { id: roleId, shift_id: id, place: 0, name: role, needed, required_path_id: requiredPathId ?? null };
}

function signupRow({ id, shift, memberId, status, askedAt, recordedBy }: DemoSignup): Row {
  return {
    id,
    shift_id: shift.id,
    role_id: shift.roleId,
    member_id: memberId,
    status,
    starts_at: shift.startsAt,
    ends_at: shift.endsAt,
    asked_at: askedAt,
    recorded_by_member_id: recordedBy ?? null,
    rules_version: currentShiftRules.version,
    version: 1,
  };
}

const dayMs = 86_400_000;

function claimRow({ id, memberId, host, workedFrom, minutes, what, status, reason }: DemoClaim, anchor: Date): Row {
  const workedTo = new Date(workedFrom.getTime() + minutes * 60_000);
  const submittedAt = new Date(Math.min(workedTo.getTime() + dayMs, anchor.getTime()));
  const isDecided = ['VERIFIED', 'REJECTED', 'VOIDED', 'QUERIED'].includes(status);
  return {
    id,
    member_id: memberId,
    host_id: host.id,
    worked_from: workedFrom,
    worked_to: workedTo,
    minutes,
    what,
    evidence: 'Signed list at the front desk.',
    status,
    status_reason: reason ?? null,
    drafted_at: submittedAt,
    submitted_at: status === 'DRAFT' ? null : submittedAt,
    decided_by_member_id: isDecided ? host.contactId : null,
    decided_at: isDecided ? new Date(Math.min(submittedAt.getTime() + 2 * dayMs, anchor.getTime())) : null,
    rules_version: currentHoursRules.version,
    version: 1,
  };
}
