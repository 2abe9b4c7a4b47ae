import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  // Between two tests even the ledger goes, which nobody can otherwise empty.
  await fixture.sql('alter table disclosure disable trigger user');
});
afterAll(() => test.stop());
beforeEach(() => fixture.sql('truncate case_file cascade'));

const workers =
  'query ($first: Int, $after: String) { caseWorkers(first: $first, after: $after) { edges { node { subject openCases lateCases } } pageInfo { hasNextPage endCursor } } }';
const queue =
  'query ($first: Int, $after: String, $part: CaseQueuePart! = OPEN, $order: CaseQueueOrder! = DEADLINE) { caseQueue(first: $first, after: $after, part: $part, order: $order) { edges { node { id nextDeadline { kind dueAt } } } pageInfo { hasNextPage endCursor } } }';

type Paged<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};
type Queued = Paged<{ readonly id: string; readonly nextDeadline: { readonly kind: string } | null }>;

const readQueue = async (who: string, variables: object = {}): Promise<Queued> =>
  (await fixture.ask(who, queue, { ...variables }))['caseQueue'];
const idsOf = ({ edges }: Queued): readonly string[] => edges.map(({ node }) => node.id);

/** A case sorted with a last day of the university's procedure; carl kept the promise of a first contact. */
async function dueOn(day: string, student = 'ada'): Promise<string> {
  clock.advance(1);
  const caseId = await fixture.assigned(student);
  await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Hello.' });
  await fixture.sql(
    `insert into case_deadline (id, case_id, kind, starts_at, due_at, base_due_at) values (gen_random_uuid(), $1, 'PROCEDURE', $2, $3, $3)`,
    [caseId, testStart, day],
  );
  return caseId;
}

describe('the case workers', () => {
  it('are listed for the advice manager with what they have and what of it is late', async () => {
    await dueOn('2026-10-06T09:00:00.000Z');
    await dueOn('2026-12-01T09:00:00.000Z', 'bea');
    clock.advance(2 * 86_400_000);
    const { caseWorkers } = await fixture.ask('amira', workers);
    expect(caseWorkers.edges).toEqual([
      { node: { subject: 'carl', openCases: 2, lateCases: 1 } },
      { node: { subject: 'cora', openCases: 0, lateCases: 0 } },
    ]);
  });

  it('come in pages by sign-in name', async () => {
    const first = (await fixture.ask('amira', workers, { first: 1 }))['caseWorkers'];
    expect(first).toMatchObject({ edges: [{ node: { subject: 'carl' } }], pageInfo: { hasNextPage: true } });
    const rest = (await fixture.ask('amira', workers, { first: 1, after: first.pageInfo.endCursor }))['caseWorkers'];
    expect(rest).toMatchObject({ edges: [{ node: { subject: 'cora' } }], pageInfo: { hasNextPage: false } });
  });

  it('leave out those who hold a union office, or whose appointment is over', async () => {
    await fixture.appointment('uma', 'CASE_WORKER');
    await fixture.appointment('past', 'CASE_WORKER', '2026-10-01T00:00:00.000Z');
    const { caseWorkers } = await fixture.ask('amira', workers);
    expect(caseWorkers.edges.map((edge: { node: { subject: string } }) => edge.node.subject)).toEqual(['carl', 'cora']);
  });

  it.each(['ada', 'carl', 'uma', 'dana', 'nina', 'sys'])('are hidden from %s', async (who) => {
    expect((await fixture.ask(who, workers))['caseWorkers'].edges).toEqual([]);
  });

  it('cost one statement for a whole page, beside those that load the viewer', async () => {
    const alone = await test.countStatements(() => fixture.ask('amira', '{ viewer { subject } }'));
    const listed = await test.countStatements(() => fixture.ask('amira', workers));
    expect(listed.length - alone.length).toBe(1);
  });
});

describe('the queue by deadline', () => {
  it('shows what is owed soonest first, and what owes nothing last', async () => {
    const nothing = await fixture.assigned('bea');
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId: nothing, body: 'Hello.' });
    const late = await dueOn('2026-12-01T09:00:00.000Z');
    const soon = await dueOn('2026-10-09T09:00:00.000Z');
    const all = await readQueue('amira');
    expect(idsOf(all)).toEqual([soon, late, nothing]);
    expect(all.edges.map(({ node }) => node.nextDeadline?.kind)).toEqual(['PROCEDURE', 'PROCEDURE', undefined]);
    expect(idsOf(await readQueue('amira', { order: 'OPENED' }))).toEqual([nothing, late, soon]);
  });

  it('misses and repeats nothing from page to page, while cases are added', async () => {
    const days = ['2026-10-10', '2026-10-11', '2026-10-11', '2026-10-12'];
    for (const day of days) await dueOn(`${day}T09:00:00.000Z`);
    const expected = idsOf(await readQueue('carl'));
    const seen: string[] = [];
    let after: string | null = null;
    for (let hasMore = true; hasMore;) {
      const page: Queued = await readQueue('carl', { first: 1, after });
      seen.push(...idsOf(page));
      // Due before everything that follows, so that it belongs to a page that was read.
      if (after === null) await dueOn('2026-10-10T08:00:00.000Z');
      ({ hasNextPage: hasMore, endCursor: after } = page.pageInfo);
    }
    expect(seen).toEqual(expected);
  });

  it('has a part for what nobody has yet, and one for what is over', async () => {
    const unassigned = await fixture.opened();
    const open = await fixture.assigned('bea');
    const over = await dueOn('2026-12-01T09:00:00.000Z');
    await fixture.expectSuccess('ada', 'withdrawCase', { caseId: over });
    expect(idsOf(await readQueue('amira', { part: 'UNASSIGNED' }))).toEqual([unassigned]);
    const past = await readQueue('amira', { part: 'OVER' });
    expect(past.edges).toEqual([{ node: { id: over, nextDeadline: null } }]);
    expect([...idsOf(await readQueue('amira'))].toSorted()).toEqual([unassigned, open].toSorted());
    clock.advance(1);
    await fixture.expectSuccess('bea', 'withdrawCase', { caseId: open });
    expect(idsOf(await readQueue('carl', { part: 'OVER' }))).toEqual([open, over]);
    const first = await readQueue('carl', { part: 'OVER', first: 1 });
    const rest = await readQueue('carl', { part: 'OVER', after: first.pageInfo.endCursor });
    expect([idsOf(first), idsOf(rest)]).toEqual([[open], [over]]);
    expect(idsOf(await readQueue('dana', { part: 'OVER' }))).toEqual([]);
  });

  it('costs as many statements for many cases as for one', async () => {
    await dueOn('2026-10-09T09:00:00.000Z');
    const one = await test.countStatements(() => readQueue('amira'));
    for (let count = 0; count < 4; count += 1) await dueOn('2026-10-10T09:00:00.000Z');
    const many = await test.countStatements(() => readQueue('amira'));
    expect(many.length).toBe(one.length);
  });
});

describe('the referrals of a department', () => {
  const referrals =
    'query ($part: ReferralPart, $first: Int, $after: String) { referrals(part: $part, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }';
  const read = async (part?: string): Promise<readonly string[]> =>
    (await fixture.ask('dana', referrals, { part }))['referrals'].edges.map(
      (edge: { node: { id: string } }) => edge.node.id,
    );

  it('come in parts: owed first due first, answered, and over last due first', async () => {
    const caseId = await fixture.assigned();
    const first = await fixture.sent(caseId);
    clock.advance(3 * 86_400_000);
    const second = await fixture.sent(caseId);
    expect(await read('OPEN')).toEqual([first, second]);
    expect(await read('ANSWERED')).toEqual([]);
    await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId: first });
    await fixture.expectSuccess('dirk', 'respondToReferral', { referralId: first, decision: 'AGREE', text: 'Yes.' });
    expect([await read('OPEN'), await read('ANSWERED')]).toEqual([[second], [first]]);
    await fixture.expectSuccess('carl', 'closeReferral', { referralId: first });
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId: second });
    expect(await read('OVER')).toEqual([second, first]);
    expect(await read()).toEqual([first, second]);
    const page = (await fixture.ask('dana', referrals, { part: 'OVER', first: 1 }))['referrals'];
    const rest = (await fixture.ask('dana', referrals, { part: 'OVER', after: page.pageInfo.endCursor }))['referrals'];
    expect(rest.edges).toEqual([{ node: { id: first } }]);
  });
});

describe('what people may do about a department’s posts', () => {
  const departments = '{ departments { name viewerActions staff { subject viewerActions } } }';
  const seen = async (who: string) =>
    ((await fixture.ask(who, departments))['departments'] as { name: string }[]).find(
      ({ name }) => name === 'Student Housing',
    );

  it('is drawn from the department and the post', async () => {
    expect(await seen('sys')).toMatchObject({
      viewerActions: ['APPOINT_STAFF', 'APPOINT_LEAD', 'EDIT', 'RENAME', 'CLOSE'],
      staff: [
        { subject: 'dirk', viewerActions: ['END'] },
        { subject: 'dana', viewerActions: ['END'] },
      ],
    });
    expect(await seen('dirk')).toMatchObject({
      viewerActions: ['APPOINT_STAFF', 'EDIT', 'MANAGE_CLIENTS', 'MANAGE_WEBHOOKS'],
      staff: [
        { subject: 'dirk', viewerActions: [] },
        { subject: 'dana', viewerActions: ['END'] },
      ],
    });
    expect(await seen('dana')).toMatchObject({
      viewerActions: [],
      staff: [{ viewerActions: [] }, { viewerActions: [] }],
    });
    expect(await seen('lena')).toMatchObject({ viewerActions: [], staff: [] });
  });
});
