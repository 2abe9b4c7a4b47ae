import type { Id, PausedSpan } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { PromiseKind, Wait } from './promise-clock.js';

type WaitRow = {
  department_id: Id<'Department'>;
  person: string;
  started: Date;
  answered: Date | null;
  seen_until: Date;
  pauses: readonly { from: string; to: string }[];
};

/**
 * Every wait for a first answer that began at $2 or later, of the departments $1 or of all when it is null. What was
 * escalated or withdrawn was seen waiting until then. A referral stands still while the student has to answer.
 */
const waits: Readonly<Record<PromiseKind, string>> = {
  PROPOSAL: `
    select p.lead_department_id as department_id, p.id::text as person, p.referred_at as started,
      a.answered_at as answered, $3::timestamptz as seen_until, '[]'::json as pauses
    from proposal p left join proposal_answer a on a.proposal_id = p.id and a.round = 1
    where p.referred_at >= $2 and ($1::uuid[] is null or p.lead_department_id = any($1::uuid[]))`,
  ISSUE: `
    select i.department_id, coalesce(i.author_id, i.id)::text as person, i.raised_at as started,
      a.published_at as answered, coalesce(escalated.at, $3::timestamptz) as seen_until, '[]'::json as pauses
    from issue i left join issue_answer a on a.issue_id = i.id and a.round = 1
    left join lateral (
      select min(s.at) as at from issue_step s where s.issue_id = i.id and s.status = 'ESCALATED') escalated on true
    where i.raised_at >= $2 and i.post_state = 'VISIBLE' and ($1::uuid[] is null or i.department_id = any($1::uuid[]))`,
  REFERRAL: `
    select r.department_id, f.student as person, r.sent_at as started, r.responded_at as answered,
      coalesce(r.withdrawn_at, $3::timestamptz) as seen_until,
      (select coalesce(json_agg(json_build_object('from', q.asked_at, 'to', q.answered_at) order by q.asked_at), '[]')
       from referral_question q where q.referral_id = r.id and q.answered_at is not null) as pauses
    from referral r join case_file f on f.id = r.case_id
    where r.sent_at >= $2 and ($1::uuid[] is null or r.department_id = any($1::uuid[]))`,
};

/** Reads how long departments took. Nothing of it is shown but through the promise clock, which suppresses and rounds. */
export type PromiseRepository = ReturnType<typeof createPromiseRepository>;

/** A repository over one connection. */
export function createPromiseRepository(manager: EntityManager) {
  return {
    /** The waits of one kind that began at the instant or later. */
    async listWaits(kind: PromiseKind, { departmentIds, since, now }: WaitsAsked): Promise<readonly Wait[]> {
      const rows: readonly WaitRow[] = await manager.query(waits[kind], [departmentIds ?? null, since, now]);
      return rows.map((row) => ({
        departmentId: row.department_id,
        person: row.person,
        from: row.started,
        answeredAt: row.answered ?? undefined,
        seenUntil: row.seen_until,
        pauses: row.pauses.map(({ from, to }): PausedSpan => ({ from: new Date(from), to: new Date(to) })),
      }));
    },
  };
}

/** Of which departments, and since when. */
export type WaitsAsked = {
  readonly departmentIds: readonly Id<'Department'>[] | undefined;
  readonly since: Date;
  readonly now: Date;
};
