import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
afterAll(() => test.stop());

type Who = Parameters<Fixture['ask']>[0];
const facts = { name: 'Estates', remit: 'Buildings and rooms', contact: 'estates@example.org' };

describe('a department', () => {
  it('is made by an admin, under a name that no other has, also when two ask at once', async () => {
    for (const who of ['dirk', 'ada', 'amira', 'nina', undefined])
      expect(await fixture.mutate(who, 'createDepartment', facts)).toMatchObject({ __typename: 'NotAllowedError' });
    const both = await Promise.all(
      [facts, { ...facts, name: ' ESTATES' }].map((one) => fixture.mutate('sys', 'createDepartment', one)),
    );
    expect(both.map((answer) => String(answer['__typename'])).sort()).toEqual([
      'CreateDepartmentSuccess',
      'ValidationError',
    ]);
    expect(await fixture.mutate('sys', 'createDepartment', { name: '', remit: '' })).toMatchObject({
      fields: [{ path: 'name' }, { path: 'remit' }],
    });
  });

  it('is described by its lead and renamed by an admin alone', async () => {
    const departmentId = fixture.departments.library;
    const edit = (who: Who, change: object) =>
      fixture.mutate(who, 'editDepartment', { departmentId, ...change }, 'department { name remit contact status }');
    expect(await edit('lena', { remit: 'Books and rooms', contact: 'Desk, ground floor' })).toMatchObject({
      department: { name: 'Library', remit: 'Books and rooms', contact: 'Desk, ground floor', status: 'ACTIVE' },
    });
    expect(await edit('lena', { name: 'Great Library' })).toMatchObject({ __typename: 'NotAllowedError' });
    for (const who of ['dirk', 'ada', machine('department-library', 'referrals:answer'), undefined])
      expect(await edit(who, { remit: 'Nothing' })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await edit('sys', { name: 'student housing' })).toMatchObject({ fields: [{ path: 'name' }] });
    expect(await edit('sys', { name: 'Great Library' })).toMatchObject({
      department: { name: 'Great Library', remit: 'Books and rooms' },
    });
    expect(await edit('sys', { departmentId: randomUUID(), remit: 'x' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await fixture.expectSuccess('sys', 'editDepartment', { departmentId, name: 'Library' });
  });

  it('is closed and opened by an admin, and shows each viewer what they may do', async () => {
    const departmentId = fixture.departments.library;
    const set = (who: Who, status: string) =>
      fixture.mutate(who, 'setDepartmentStatus', { departmentId, status }, 'department { status }');
    for (const who of ['lena', 'dirk', 'amira', undefined])
      expect(await set(who, 'CLOSED')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await set('sys', 'ACTIVE')).toMatchObject({ __typename: 'IllegalTransitionError', state: 'ACTIVE' });
    expect(await set('sys', 'CLOSED')).toMatchObject({ department: { status: 'CLOSED' } });
    const actions = async (who: Who) =>
      (await fixture.ask(who, '{ departments { name viewerActions } }'))['departments'].find(
        ({ name }: { name: string }) => name === 'Library',
      ).viewerActions;
    expect(await actions('sys')).toEqual(['APPOINT_STAFF', 'APPOINT_LEAD', 'EDIT', 'RENAME', 'REOPEN']);
    expect(await actions('lena')).toEqual(['APPOINT_STAFF', 'EDIT', 'MANAGE_CLIENTS', 'MANAGE_WEBHOOKS']);
    for (const who of ['dirk', 'ada', undefined]) expect(await actions(who)).toEqual([]);
    expect(await set('sys', 'ACTIVE')).toMatchObject({ department: { status: 'ACTIVE' } });
    expect(await actions('sys')).toContain('CLOSE');
  });

  it('hands a referral to a colleague by name, and narrows its queue to whose and to what is late', async () => {
    const caseId = await fixture.assigned();
    const [mine, idle, late] = [await fixture.sent(caseId), await fixture.sent(caseId), await fixture.sent(caseId)];
    await fixture.sql('update referral set due_at = $2 where id = $1', [late, '2026-10-01T00:00:00Z']);
    const hand = (who: Who, subject: string | null, referralId = mine) =>
      fixture.mutate(who, 'handReferral', { referralId, subject }, 'referral { handler { subject role } }');
    expect(await hand('dirk', 'dana')).toMatchObject({ referral: { handler: { subject: 'dana', role: 'STAFF' } } });
    expect(await hand('dirk', 'lena')).toMatchObject({ fields: [{ path: 'subject', rule: 'UNKNOWN' }] });
    expect(await hand(machine('department-housing', 'referrals:read', 'referrals:answer'), 'dana')).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await hand('ada', 'dana')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await hand('lena', 'dana')).toMatchObject({ __typename: 'NotFoundError' });
    const list = async (who: Who, filter: string) =>
      (await fixture.ask(who, `{ referrals(first: 100, part: OPEN, ${filter}) { edges { node { id } } } }`))[
        'referrals'
      ].edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(await list('dana', 'handledBy: ME')).toEqual([mine]);
    expect(await list('dirk', 'handledBy: ME')).toEqual([]);
    expect(new Set(await list('dana', 'handledBy: NOBODY'))).toEqual(new Set([idle, late]));
    expect(await list('dana', 'isLate: true')).toEqual([late]);
    const handler = 'query ($id: ID!) { referral(id: $id) { handler { subject } } }';
    for (const who of ['ada', 'carl'])
      expect((await fixture.ask(who, handler, { id: mine }))['referral'].handler).toBeNull();
    expect(await hand('dana', null)).toMatchObject({ referral: { handler: null } });
    expect(await hand('dana', 'dana')).toMatchObject({ referral: { handler: { subject: 'dana' } } });
    await fixture.sql(`update department_post set ended_at = $1 where subject = 'dana'`, [testStart]);
    expect((await fixture.ask('dirk', handler, { id: mine }))['referral'].handler).toBeNull();
    await fixture.sql(`update department_post set ended_at = null where subject = 'dana'`);
  });
});

describe('the figures of a department', () => {
  const query =
    '{ viewer { department { figures { threshold received { value suppressed } late { value } medianDays { value } answers { decision answers { value suppressed } } } } } }';
  const figures = async (who: Who) => (await fixture.ask(who, query))['viewer'].department?.figures;

  async function answered(student: string, decision: string): Promise<void> {
    const caseId = randomUUID();
    await fixture.sql(
      `insert into case_file (id, student, matter, urgency, stage, status, opened_at, key_id, version) values ($1, $2, 'HOUSING', 'NORMAL', 'ADVICE', 'NEW', '2026-09-01', 'k', 1)`,
      [caseId, student],
    );
    await fixture.sql(
      `insert into referral (id, case_id, department_id, status, drafted_at, consented_at, sent_at, due_at, responded_at, decision, version)
       values ($1, $2, $3, 'RESPONDED', '2026-09-01', '2026-09-01', '2026-09-01', '2026-09-10', '2026-09-08', $4, 1)`,
      [randomUUID(), caseId, fixture.departments.library, decision],
    );
  }

  it('are its lead’s alone, and stand for five students each', async () => {
    for (let index = 0; index < 6; index += 1) await answered(`s${index}`, 'AGREE');
    for (let index = 0; index < 7; index += 1) await answered(`s${index}`, 'DECLINE');
    for (let index = 0; index < 9; index += 1) await answered('s1', 'PARTLY');
    expect(await figures('lena')).toMatchObject({
      threshold: 5,
      received: { value: 22, suppressed: false },
      medianDays: { value: 7 },
      late: { value: null },
      answers: [
        { decision: 'AGREE', answers: { value: 6, suppressed: false } },
        { decision: 'PARTLY', answers: { value: null, suppressed: true } },
        { decision: 'DECLINE', answers: { value: 7, suppressed: false } },
        { decision: 'REDIRECT', answers: { value: null, suppressed: true } },
      ],
    });
    expect(await figures('dana')).toBeNull();
    const seenBy = async (who: Who) =>
      (await fixture.ask(who, '{ departments { figures { threshold } } }'))['departments'].map(
        (each: { figures: unknown }) => each.figures,
      );
    for (const who of ['sys', 'amira', 'nina', 'ada', undefined, machine('department-library', 'referrals:read')])
      expect(new Set(await seenBy(who))).toEqual(new Set([null]));
  });
});
