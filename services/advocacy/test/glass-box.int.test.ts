import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let caseId: string;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  await fixture.sql(`update department_post set name = 'Dana Kowalczyk' where subject = 'dana'`);
  await fixture.sql(`update department_client set name = 'Housing desk' where client_id = 'department-housing'`);
  caseId = await fixture.assigned();
});
afterAll(() => test.stop());

type Who = Parameters<Fixture['ask']>[0];

const box =
  'query ($id: ID!, $first: Int, $after: String) { referral(id: $id) { holders { kind name } openings(first: $first, after: $after) { edges { node { at readerRole reader { kind name } fields { name } } } pageInfo { hasNextPage endCursor } } } }';
const look = async (who: Who, id: string, page: object = {}) =>
  (await fixture.ask(who, box, { id, ...page }))['referral'];
const readAll = (who: Who, id: string) =>
  fixture.ask(who, 'query ($id: ID!) { referral(id: $id) { fields { name value } } }', { id });

describe('the glass box of a referral', () => {
  it('shows the student who can read it now, by name and post, programs that may read included', async () => {
    const referralId = await fixture.sent(caseId);
    expect((await look('ada', referralId)).holders).toEqual([
      { kind: 'STAFF', name: 'Dana Kowalczyk' },
      { kind: 'LEAD', name: 'dirk' },
      { kind: 'PROGRAM', name: 'Housing desk' },
    ]);
    await fixture.sql(`update department_client set scopes = '{status:read}' where client_id = 'department-housing'`);
    await fixture.sql(`update department_post set ended_at = $1 where subject = 'dana'`, [testStart]);
    expect((await look('ada', referralId)).holders).toEqual([{ kind: 'LEAD', name: 'dirk' }]);
    await fixture.sql(
      `update department_client set scopes = '{referrals:read,referrals:answer}' where client_id = 'department-housing'`,
    );
    await fixture.sql(`update department_post set ended_at = null where subject = 'dana'`);
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId });
    expect((await look('ada', referralId)).holders).toEqual([]);
    const { referralId: drafted } = await fixture.drafted(caseId);
    expect((await look('ada', drafted)).holders).toBeNull();
  });

  it('shows who opened which field and when, machines by name, and people whose post has ended', async () => {
    const referralId = await fixture.sent(caseId);
    await readAll('dana', referralId);
    clock.advance(60_000);
    await fixture.ask('dirk', 'query ($id: ID!) { referral(id: $id) { id status dueAt } }', { id: referralId });
    await readAll(machine('department-housing', 'referrals:read'), referralId);
    await fixture.sql(`update department_post set ended_at = $1 where subject = 'dana'`, [clock.now()]);
    const both = [{ name: 'room' }, { name: 'wish' }];
    expect((await look('ada', referralId)).openings.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        at: '2026-10-05T09:01:00.000Z',
        readerRole: 'DEPARTMENT_CLIENT',
        reader: { kind: 'PROGRAM', name: 'Housing desk' },
        fields: both,
      },
      {
        at: testStart,
        readerRole: 'DEPARTMENT_STAFF',
        reader: { kind: 'STAFF', name: 'Dana Kowalczyk' },
        fields: both,
      },
    ]);
    await fixture.sql(`update department_post set ended_at = null where subject = 'dana'`);
    clock.set(testStart);
  });

  it('lists openings page by page without a gap or a repetition', async () => {
    const referralId = await fixture.sent(caseId);
    for (let index = 0; index < 5; index += 1) {
      clock.advance(1000);
      await readAll('dirk', referralId);
    }
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { openings } = await look('ada', referralId, { first: 2, after });
      seen.push(...openings.edges.map(({ node }: { node: { at: string } }) => node.at));
      await readAll('dana', referralId);
      if (!openings.pageInfo.hasNextPage) break;
      after = openings.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...new Set(seen)].toSorted().reverse());
    clock.set(testStart);
  });

  it('is the student’s alone: the case worker and the department see neither holders nor openings', async () => {
    const referralId = await fixture.sent(caseId);
    for (const who of ['carl', 'dana', 'dirk', machine('department-housing', 'referrals:read')])
      expect(await look(who, referralId)).toEqual({ holders: null, openings: null });
    for (const who of ['bea', 'amira', 'sys', 'lena', undefined]) expect(await look(who, referralId)).toBeNull();
  });

  it('belongs to a chain that is whole, and to no other when a field was named that was not read', async () => {
    const referralId = await fixture.sent(caseId);
    await readAll('dana', referralId);
    const intact = async () =>
      (await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { ledgerIsIntact } }', { id: caseId }))['case']
        .ledgerIsIntact;
    expect(await intact()).toBe(true);
    await fixture.sql('alter table disclosure disable trigger disclosure_only_erased');
    await fixture.sql(`update disclosure set items = '{}' where referral_id = $1`, [referralId]);
    expect(await intact()).toBe(false);
  });
});
