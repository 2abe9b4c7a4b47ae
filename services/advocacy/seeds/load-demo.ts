import { randomUUID } from 'node:crypto';
import { constituencyId, constituencyOf, planDemoCampus, planDemoUnion, type DemoUnion } from '@guildhall/demo';
import type { SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { dormancyTask } from '../src/case/case.policy.js';
import { createDeadlineRepository } from '../src/deadline/deadline.repository.js';
import { readKeys } from '../src/keys.js';
import { createVault } from '../src/sealing/vault.crypto.js';
import { caseRows } from './case-rows.js';
import { loadDemoIssues } from './issue-rows.js';
import { addJobs, insertRows } from '@guildhall/subgraph';
import { loadDemoClosing } from './load-closing.js';
import { loadFileSides } from './load-file-sides.js';
import { loadDemoInboxes } from './load-inboxes.js';
import { loadDemoIntake } from './load-intake.js';
import { loadMediations } from './load-mediations.js';
import { loadDemoProposals } from './load-proposals.js';
import { referralRows } from './referral-rows.js';

const demoZone = 'Europe/London';

/**
 * Loads the labelled demo union's departments, cases and referrals, sealed like any other, and this service's copy of
 * who may do what. No event is sent; cases that wait for a student get their timed job.
 */
export async function loadDemoCases(
  manager: EntityManager,
  { anchor, size, environment, onProgress }: SeedOptions,
): Promise<void> {
  const union = planDemoUnion({ anchor, size });
  const vault = createVault(readKeys(environment));
  const rule = await createDeadlineRepository(manager, demoZone).ruleAt(anchor);
  onProgress(`Loading ${union.departments.length} departments.`);
  await loadActors(manager, union);
  await loadDepartments(manager, union);
  const talk = planDemoCampus(union, { anchor, size });
  const ideas = [...union.posts, ...talk.posts].filter(({ kind }) => kind === 'IDEA');
  await insertRows(
    manager,
    'idea',
    ideas.map(({ id, authorId }) => ({ post_id: id, member_id: authorId })),
  );
  onProgress(`Loading ${union.issues.length} issues of courses.`);
  await loadDemoIssues(manager, union.issues, rule);
  onProgress(`Loading ${union.proposals.length} proposals and who supports them.`);
  await loadDemoProposals(manager, union.proposals);
  const { proposalId, postId } = talk.raised;
  await insertRows(manager, 'proposal_origin', [{ proposal_id: proposalId, post_id: postId, by_consent: false }]);
  onProgress(`Sealing ${union.cases.length} demo cases and ${union.referrals.length} referrals.`);
  const cases = await caseRows(union, { vault, rule, anchor });
  const referrals = await referralRows(union.referrals, { vault, keys: cases.keys });
  await insertRows(manager, 'case_file', cases.files);
  await insertRows(manager, 'case_party', cases.parties);
  await insertRows(manager, 'case_assignment', cases.assignments);
  await insertRows(manager, 'case_deadline', cases.deadlines);
  await insertRows(manager, 'case_message', cases.messages);
  await insertRows(manager, 'referral', referrals.referrals);
  await insertRows(manager, 'referral_field', referrals.fields);
  await insertRows(manager, 'referral_question', referrals.questions);
  await insertRows(manager, 'referral_milestone', referrals.milestones);
  await insertRows(manager, 'sealed_text', [...cases.texts, ...referrals.texts]);
  onProgress('Loading the course of demo cases and what was learnt from them.');
  await loadDemoClosing(manager, union, { vault, rule, anchor });
  await loadFileSides(manager, { vault, keys: cases.keys, anchor });
  await loadDemoIntake(manager, { vault, rule, keys: cases.keys, anchor });
  onProgress('Filling inboxes and read ledgers.');
  await loadDemoInboxes(manager, union, { vault, anchor, keys: cases.keys });
  onProgress('Loading demo mediations.');
  await loadMediations(manager, union, { vault, calendar: rule.calendar, anchor });
  await addJobs(manager, [
    ...referrals.promises,
    ...cases.waits.map(({ caseId, dormantAt }) => ({
      task: dormancyTask,
      payload: { caseId },
      runAt: dormantAt,
      key: `${dormancyTask}:${caseId}`,
    })),
  ]);
}

async function loadActors(
  manager: EntityManager,
  { members, groupMemberships, positions, mandates, appointments }: DemoUnion,
): Promise<void> {
  const positionById = new Map(positions.map((position) => [position.id, position]));
  await insertRows(
    manager,
    'actor_member',
    members.map(({ id, subject, status }) => ({ member_id: id, subject, is_active: status === 'ACTIVE' })),
  );
  await insertRows(
    manager,
    'actor_constituency',
    members.map((member) => ({ member_id: member.id, constituency_id: constituencyId(constituencyOf(member)) })),
  );
  const active = groupMemberships.filter(({ status }) => status === 'ACTIVE');
  await insertRows(
    manager,
    'actor_group_membership',
    active.map(({ memberId, groupId }) => ({ member_id: memberId, group_id: groupId })),
  );
  const offices = mandates.map(({ id, memberId, positionId, from, to, endedAt }) => {
    const position = positionById.get(positionId);
    return {
      mandate_id: id,
      member_id: memberId,
      group_id: position?.groupId ?? null,
      kind: position?.kind,
      constituency_id: position?.constituency === undefined ? null : constituencyId(position.constituency),
      starts_at: from,
      ends_at: endedAt ?? to,
    };
  });
  await insertRows(manager, 'actor_mandate', offices);
  const staff = appointments.map(({ id, subject, role, from, to, endedAt }) => ({
    appointment_id: id,
    subject,
    role,
    starts_at: from,
    ends_at: endedAt ?? to,
  }));
  await insertRows(manager, 'actor_appointment', staff);
}

async function loadDepartments(
  manager: EntityManager,
  { departments, departmentStaff, departmentClients }: DemoUnion,
): Promise<void> {
  await insertRows(
    manager,
    'department',
    departments.map((department) => ({ ...department, version: 1 })),
  );
  const posts = departmentStaff.map(({ subject, name, departmentId, role, from, to }) => ({
    name,
    id: randomUUID(),
    department_id: departmentId,
    subject,
    role,
    starts_at: from,
    ends_at: to,
    granted_by: 'system:demo',
    version: 1,
  }));
  await insertRows(manager, 'department_post', posts);
  await insertRows(
    manager,
    'department_client',
    departmentClients.map(({ clientId, departmentId }) => ({
      client_id: clientId,
      department_id: departmentId,
      name: 'Housing’s case system',
      scopes: ['referrals:read', 'referrals:answer'],
      registered_at: '2026-01-01T00:00:00Z',
      registered_by: 'system:demo',
      version: 1,
    })),
  );
}
