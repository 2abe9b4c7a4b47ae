import { planDemoAffiliations, type DemoAffiliations, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows, type PlannedJob, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { dueAfter, nextLookAt } from '../src/affiliation/reaffiliation.js';
import { admissionMs } from '../src/admission/admission.js';

/** Loads how the groups stand: join policies, who waits to come in, what was handed in, and when the rest is due. */
export async function loadAffiliations(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, size }: Pick<SeedOptions, 'anchor' | 'size'>,
): Promise<void> {
  const planned = planDemoAffiliations(union, { anchor, size });
  await insertRows(
    manager,
    'student_group',
    planned.bodies.map(({ foundedAt, parentId, ...body }) => ({
      ...body,
      founded_at: foundedAt,
      parent_id: parentId,
      join_policy: 'INVITE',
      version: 1,
    })),
  );
  await manager.query(
    `update student_group g set join_policy = p.policy
     from unnest($1::uuid[], $2::text[]) as p(id, policy) where p.id = g.id`,
    [planned.policies.map(({ groupId }) => groupId), planned.policies.map(({ joinPolicy }) => joinPolicy)],
  );
  await manager.query(
    `update student_group set dormant_since = $1::timestamptz - interval '13 months', dormant_because = 'NO_OFFICER'
     where status = 'DORMANT'`,
    [anchor],
  );
  await addJobs(manager, await setDueDates(manager, planned, anchor));
  await loadAdmissions(manager, planned);
  await loadSubmissions(manager, planned);
}

/** Affiliated groups are due at the end of the next October that is not too near, the late ones within days. */
async function setDueDates(
  manager: EntityManager,
  { late, bodies }: DemoAffiliations,
  anchor: Date,
): Promise<readonly PlannedJob[]> {
  const usual = dueAfter(anchor, 'UTC');
  const rows: readonly { id: string; due: Date }[] = await manager.query(
    `with due as (
       update student_group g set reaffiliation_due_at = coalesce(l.due, $3)
       from student_group o left join unnest($1::uuid[], $2::timestamptz[]) as l(id, due) on l.id = o.id
       where o.id = g.id and g.status = 'AFFILIATED' and not (g.id = any($4::uuid[]))
       returning g.id, g.reaffiliation_due_at as due)
     select id, due from due`,
    [late.map(({ groupId }) => groupId), late.map(({ dueAt }) => dueAt), usual, bodies.map(({ id }) => id)],
  );
  return rows.map(({ id, due }) => ({
    task: 'follow-reaffiliation',
    payload: { groupId: id },
    runAt: nextLookAt(due, anchor),
    key: `reaffiliation:${id}`,
  }));
}

async function loadAdmissions(manager: EntityManager, { admissions }: DemoAffiliations): Promise<void> {
  const expiresAt = (askedAt: Date): Date => new Date(askedAt.getTime() + admissionMs);
  await insertRows(
    manager,
    'group_membership',
    admissions.map(({ id, groupId, memberId, kind, words, askedBy, askedAt }) => ({
      id,
      kind,
      words: words ?? null,
      group_id: groupId,
      member_id: memberId,
      status: kind === 'REQUEST' ? 'REQUESTED' : 'INVITED',
      asked_by: askedBy,
      asked_at: askedAt,
      expires_at: expiresAt(askedAt),
      since: askedAt,
      version: 1,
    })),
  );
  await addJobs(
    manager,
    admissions.map(({ id, askedAt }) => ({
      task: 'expire-admission',
      payload: { admissionId: id },
      runAt: expiresAt(askedAt),
      key: `expire-admission:${id}`,
    })),
  );
}

async function loadSubmissions(manager: EntityManager, { submissions }: DemoAffiliations): Promise<void> {
  await insertRows(
    manager,
    'affiliation_submission',
    submissions.map(({ note: _note, ...submission }) => ({
      id: submission.id,
      group_id: submission.groupId,
      occasion: 'FOUNDING',
      status: submission.status,
      constitution_text: submission.constitutionText,
      risk_statement: submission.riskStatement,
      programme: submission.programme,
      president_id: submission.presidentId,
      treasurer_id: submission.treasurerId,
      secretary_id: submission.secretaryId,
      submitted_by: submission.presidentId,
      submitted_at: submission.submittedAt,
      version: 1,
    })),
  );
  await manager.query(
    `insert into affiliation_step (id, submission_id, action, by_id, at)
     select gen_random_uuid(), id, 'SUBMIT', submitted_by, submitted_at from affiliation_submission`,
  );
  const asked = submissions.filter(({ note }) => note !== undefined);
  await manager.query(
    `insert into affiliation_step (id, submission_id, action, by_id, note, at)
     select gen_random_uuid(), s.id, 'REQUEST_CHANGES', m.id, a.note, s.submitted_at + interval '1 day'
     from unnest($1::uuid[], $2::text[]) as a(id, note)
     join affiliation_submission s on s.id = a.id join member m on m.subject = 'uma'`,
    [asked.map(({ id }) => id), asked.map(({ note }) => note)],
  );
}
