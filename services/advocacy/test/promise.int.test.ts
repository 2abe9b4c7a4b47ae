import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock: new TestClock(testStart) }));
  for (let index = 0; index < 6; index += 1) await answeredProposal('housing', (index % 3) + 1);
  for (let index = 0; index < 3; index += 1) await answeredProposal('library', 1);
  for (let index = 0; index < 12; index += 1) await answeredReferral('housing', `student${index}`);
  for (let index = 0; index < 9; index += 1) await answeredReferral('library', `student${index}`);
});
afterAll(() => test.stop());

type Name = 'housing' | 'library';

/** A proposal that went to a department on Monday 4 May 2026 and was answered so many weeks later; not at all without them. */
async function answeredProposal(name: Name, weeks?: number): Promise<string> {
  const id = randomUUID();
  const departmentId = fixture.departments[name];
  await fixture.sql(
    `insert into proposal (id, author_named, status, needs_council, text_number, drafted_at, published_at, opened_at, closes_at,
       opening, threshold, constituency_size, rule_version, lead_department_id, complexity, referred_at, due_at, answer_round, delivery_round, version)
     values ($1, true, $3, false, 1, '2026-03-01', '2026-03-02', '2026-03-02', '2026-04-02', 1, 20, 900, 1, $2, 'SIMPLE',
       '2026-05-04 09:00Z', '2026-05-31', 0, 0, 1)`,
    [id, departmentId, weeks === undefined ? 'ACKNOWLEDGED' : 'ANSWERED'],
  );
  await fixture.sql(`insert into proposal_text values ($1, 1, 'en', 'Title', 'b', 'p', 's', '2026-03-01')`, [id]);
  if (weeks !== undefined)
    await fixture.sql(
      `insert into proposal_answer values ($1, 1, $2, 'ACCEPTED', 'Yes', null, null, timestamptz '2026-05-04 09:00Z' + $3 * interval '1 week')`,
      [id, departmentId, weeks],
    );
  return id;
}

/** A referral that was answered after three weeks, one of which the department waited for the student. */
async function answeredReferral(name: Name, student: string, sentAt = '2026-06-01 09:00Z'): Promise<void> {
  const caseId = randomUUID();
  const referralId = randomUUID();
  await fixture.sql(
    `insert into case_file (id, student, matter, urgency, stage, status, opened_at, key_id, version)
     values ($1, $2, 'HOUSING', 'NORMAL', 'ADVICE', 'NEW', '2026-05-01', 'k', 1)`,
    [caseId, student],
  );
  await fixture.sql(
    `insert into referral (id, case_id, department_id, status, drafted_at, consented_at, sent_at, due_at, responded_at, decision, version)
     values ($1, $2, $3, 'RESPONDED', $4, $4, $4, '2026-07-01', timestamptz '${sentAt}' + interval '3 weeks', 'AGREE', 1)`,
    [referralId, caseId, fixture.departments[name], sentAt],
  );
  await fixture.sql(
    `insert into referral_question (id, referral_id, asked_at, answered_at)
     values ($1, $2, timestamptz '${sentAt}' + interval '2 days', timestamptz '${sentAt}' + interval '9 days')`,
    [randomUUID(), referralId],
  );
}

const figure = 'value suppressed';
const query = `{ departments { name promise { since until lines { kind answered { ${figure} } medianDays { ${figure} }
  medianCalendarDays { ${figure} } medianPausedDays { ${figure} } } } } }`;
const clocks = async (who: string | undefined) => {
  const { departments } = await fixture.ask(who, query);
  return Object.fromEntries(
    departments.map(({ name, promise }: { name: string; promise: { lines: { kind: string }[] } }) => [
      name,
      { ...promise, lines: Object.fromEntries(promise.lines.map(({ kind, ...line }) => [kind, line])) },
    ]),
  );
};

describe('the promise clock', () => {
  it('is the same for everybody, over twelve whole months', async () => {
    const seen = await clocks(undefined);
    expect(seen['Student Housing']).toMatchObject({ since: '2025-10-01', until: '2026-10-01' });
    for (const who of ['ada', 'dirk', 'uma', 'amira', 'nina', 'sys']) expect(await clocks(who)).toEqual(seen);
  });

  it('tells a department’s median with its pauses', async () => {
    const { lines } = (await clocks(undefined))['Student Housing'];
    expect(lines['PROPOSAL']).toMatchObject({
      answered: { value: 6 },
      medianDays: { value: 10 },
      medianCalendarDays: { value: 14 },
    });
    expect(lines['REFERRAL']).toEqual({
      answered: { value: 10, suppressed: false },
      medianDays: { value: 10, suppressed: false },
      medianCalendarDays: { value: 20, suppressed: false },
      medianPausedDays: { value: 5, suppressed: false },
    });
  });

  it('withholds what stands for too few, and what there is none of, alike', async () => {
    const withheld = { value: null, suppressed: true };
    const { lines } = (await clocks(undefined))['Library'];
    for (const kind of ['PROPOSAL', 'REFERRAL', 'ISSUE']) {
      expect(lines[kind]).toEqual({
        answered: withheld,
        medianDays: withheld,
        medianCalendarDays: withheld,
        medianPausedDays: withheld,
      });
    }
  });

  it('does not move by a referral that is answered now, so that nobody can watch one', async () => {
    const before = await clocks(undefined);
    await answeredReferral('housing', 'somebody new', '2026-09-14 09:00Z');
    await answeredReferral('library', 'somebody new', '2026-09-14 09:00Z');
    expect(await clocks(undefined)).toEqual(before);
  });

  it('costs the same number of statements for every number of departments', async () => {
    const count = async (): Promise<number> => (await test.countStatements(() => fixture.ask(undefined, query))).length;
    const before = await count();
    await fixture.sql(
      `insert into department (id, name, remit, version) select gen_random_uuid(), 'Department ' || n, '', 1 from generate_series(1, 10) n`,
    );
    expect(await count()).toBe(before);
  });
});

describe('the expected answer to a proposal', () => {
  const expected = async (id: string) =>
    (
      await fixture.ask(
        undefined,
        'query ($id: ID!) { proposal(id: $id) { expectedAnswer { earliestOn expectedOn latestOn basis } } }',
        { id },
      )
    )['proposal'].expectedAnswer;

  it('is told while it waits for its first answer, and not otherwise', async () => {
    const answered = await answeredProposal('housing', 2);
    expect(await expected(answered)).toBeNull();
    const waiting = await answeredProposal('housing');
    await fixture.sql(`update proposal set referred_at = '2026-10-05 08:00Z' where id = $1`, [waiting]);
    expect(await expected(waiting)).toEqual({
      earliestOn: '2026-10-12',
      expectedOn: '2026-10-19',
      latestOn: '2026-10-23',
      basis: 'DEPARTMENT',
    });
  });

  it('comes from all departments where the own answers are too few', async () => {
    const waiting = await answeredProposal('library');
    await fixture.sql(`update proposal set referred_at = '2026-10-05 08:00Z' where id = $1`, [waiting]);
    expect(await expected(waiting)).toMatchObject({ basis: 'ALL_DEPARTMENTS', earliestOn: '2026-10-12' });
  });
});
