import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { intake, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
afterAll(() => test.stop());

const file =
  'query ($id: ID!) { case(id: $id) { id status stage narrative contactName otherParties assignee outcome outcomeSummary viewerActions deadlines { kind dueAt metAt isLate } messages { edges { node { author body } } } } }';
const read = async (who: string, id: string) => (await fixture.ask(who, file, { id }))['case'];

describe('a case', () => {
  it('goes from its opening to its end, and each side reads it in the words that were written', async () => {
    const caseId = await fixture.opened();
    expect(await read('ada', caseId)).toMatchObject({
      status: 'NEW',
      narrative: intake.narrative,
      contactName: intake.contactName,
      otherParties: intake.otherParties,
      viewerActions: ['POST_MESSAGE', 'WITHDRAW'],
    });
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await fixture.expectSuccess('amira', 'triageCase', {
      caseId,
      matter: 'HOUSING',
      urgency: 'HIGH',
      procedureDeadline: '2026-10-19T23:00:00.000Z',
    });
    expect(await read('carl', caseId)).toBeNull();
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'carl' });
    expect(await read('amira', caseId)).toBeNull();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Hello Ada.' });
    await fixture.expectSuccess('ada', 'postCaseMessage', { caseId, body: 'Thank you, Carl.' });
    const seen = await read('carl', caseId);
    expect(seen).toMatchObject({
      status: 'OPEN',
      narrative: intake.narrative,
      messages: {
        edges: [
          { node: { author: 'CASE_WORKER', body: 'Hello Ada.' } },
          { node: { author: 'STUDENT', body: 'Thank you, Carl.' } },
        ],
      },
    });
    expect(seen.deadlines).toEqual([
      { kind: 'ACKNOWLEDGE', dueAt: '2026-10-07T22:59:59.999Z', metAt: testStart, isLate: false },
      { kind: 'FIRST_CONTACT', dueAt: '2026-10-12T22:59:59.999Z', metAt: testStart, isLate: false },
      { kind: 'PROCEDURE', dueAt: '2026-10-19T23:00:00.000Z', metAt: null, isLate: false },
    ]);
    await fixture.expectSuccess('carl', 'advanceCase', { caseId, stage: 'FORMAL' });
    expect(await fixture.mutate('carl', 'advanceCase', { caseId, stage: 'ADVICE' })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'FORMAL',
    });
    await fixture.expectSuccess('carl', 'recordOutcome', {
      caseId,
      outcome: 'UPHELD',
      summary: 'They repair it on Friday.',
    });
    await fixture.expectSuccess('ada', 'closeCase', { caseId });
    expect(await read('ada', caseId)).toMatchObject({
      status: 'CLOSED',
      stage: 'FORMAL',
      outcome: 'UPHELD',
      outcomeSummary: 'They repair it on Friday.',
      viewerActions: ['REOPEN'],
    });
    await fixture.expectSuccess('ada', 'reopenCase', { caseId });
    expect(await read('carl', caseId)).toMatchObject({ status: 'REOPENED' });
  });

  it('is opened once for one key, however often the request arrives', async () => {
    const input = { ...intake, idempotencyKey: 'once' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => fixture.mutate('bea', 'openCase', input, 'case { id }')),
    );
    expect(new Set(answers.map((answer) => answer['case'].id)).size).toBe(1);
    expect(await fixture.mutate('bea', 'openCase', { ...input, matter: 'MONEY' })).toMatchObject({
      __typename: 'ConflictError',
    });
  });

  it('is opened by members alone, with words enough to understand it', async () => {
    expect(await fixture.mutate('carl', 'openCase', intake)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await fixture.mutate(undefined, 'openCase', intake)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await fixture.mutate('ada', 'openCase', { ...intake, narrative: 'Help', otherParties: [''] })).toMatchObject(
      {
        __typename: 'ValidationError',
        fields: [
          { path: 'narrative', rule: 'TOO_SHORT' },
          { path: 'otherParties.0', rule: 'REQUIRED' },
        ],
      },
    );
  });

  it('is given only to a case worker in office', async () => {
    const caseId = await fixture.opened();
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await fixture.expectSuccess('amira', 'triageCase', { caseId, matter: 'HOUSING', urgency: 'LOW' });
    await fixture.appointment('former', 'CASE_WORKER', '2026-10-01T00:00:00Z');
    await fixture.appointment('uma', 'CASE_WORKER');
    await fixture.appointment('ada', 'CASE_WORKER');
    for (const assignee of ['former', 'milo', 'uma', 'ada', 'nobody']) {
      expect(await fixture.mutate('amira', 'assignCase', { caseId, assignee })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'assignee', rule: 'UNKNOWN' }],
      });
    }
    await fixture.sql(`delete from actor_appointment where subject in ('uma', 'ada')`);
  });

  it('is lost to its worker when the appointment ends', async () => {
    await fixture.appointment('temp', 'CASE_WORKER', '2026-10-06T00:00:00Z');
    const caseId = await fixture.assigned('ada', 'temp');
    expect(await read('temp', caseId)).not.toBeNull();
    clock.set('2026-10-06T00:00:00Z');
    expect(await read('temp', caseId)).toBeNull();
    expect(await fixture.mutate('temp', 'postCaseMessage', { caseId, body: 'Too late' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    clock.set(testStart);
  });

  it('is changed by one of two writers at a time', async () => {
    const caseId = await fixture.opened();
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        fixture.mutate('amira', 'triageCase', { caseId, matter: 'MONEY', urgency: 'HIGH' }),
      ),
    );
    const kinds = answers.map((answer) => answer['__typename']);
    expect(kinds.filter((kind) => kind === 'TriageCaseSuccess')).toHaveLength(1);
    expect(
      kinds.every((kind) => ['TriageCaseSuccess', 'ConflictError', 'IllegalTransitionError'].includes(String(kind))),
    ).toBe(true);
  });

  it('falls dormant at the stated instant when the student is silent, and wakes at their word', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'awaitStudent', { caseId });
    const [row] = await fixture.sql('select dormant_at from case_file where id = $1', [caseId]);
    expect(row?.['dormant_at']).toEqual(new Date('2026-10-19T22:59:59.999Z'));
    clock.set('2026-10-20T07:00:00Z');
    await fixture.sql(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
      [`fall-dormant:${caseId}`],
    );
    await waitFor('the case to rest', async () => (await read('ada', caseId)).status === 'DORMANT');
    await fixture.expectSuccess('ada', 'postCaseMessage', { caseId, body: 'I am back.' });
    expect(await read('carl', caseId)).toMatchObject({ status: 'OPEN' });
    clock.set(testStart);
  });

  it('withdraws every consent when the student withdraws it', async () => {
    const caseId = await fixture.assigned();
    const referralId = await fixture.sent(caseId);
    await fixture.expectSuccess('ada', 'withdrawCase', { caseId });
    const seen = (
      await fixture.ask('dana', 'query ($id: ID!) { referral(id: $id) { status fields { value } } }', {
        id: referralId,
      })
    )['referral'];
    expect(seen).toEqual({ status: 'WITHDRAWN', fields: [] });
    expect(await read('ada', caseId)).toMatchObject({ status: 'CLOSED', outcome: 'WITHDRAWN' });
  });
});

describe('two sides of one dispute', () => {
  it('never share a case worker, and neither learns of the other', async () => {
    const first = await fixture.assigned('ada', 'carl', { contactName: 'Anna  BELL', otherParties: ['Dee Crow'] });
    const second = await fixture.opened('bea', { contactName: 'crow, DEE', otherParties: ['anna bell'] });
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId: second });
    expect(await read('bea', second)).toMatchObject({ status: 'CONFLICT_CHECK' });
    await fixture.expectSuccess('amira', 'triageCase', { caseId: second, matter: 'COMPLAINT', urgency: 'HIGH' });
    expect(await read('bea', second)).toMatchObject({ status: 'TRIAGED', viewerActions: ['POST_MESSAGE', 'WITHDRAW'] });
    expect(JSON.stringify(await fixture.mutate('bea', 'closeCase', { caseId: second }))).not.toContain('"CONFLICT"');
    const queue = await fixture.ask('amira', '{ caseQueue(first: 100) { edges { node { id status } } } }');
    expect(JSON.stringify(queue)).toContain(JSON.stringify({ id: second, status: 'CONFLICT' }));
    expect(await fixture.mutate('amira', 'assignCase', { caseId: second, assignee: 'carl' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'assignee', rule: 'CONTRADICTION' }],
    });
    await fixture.expectSuccess('amira', 'assignCase', { caseId: second, assignee: 'cora' });
    expect(await fixture.mutate('amira', 'assignCase', { caseId: first, assignee: 'cora' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'assignee', rule: 'CONTRADICTION' }],
    });
    expect(await read('cora', first)).toBeNull();
    expect(await read('carl', second)).toBeNull();
  });

  it('may end with a signpost to help elsewhere', async () => {
    await fixture.assigned('ada', 'carl', { contactName: 'Eve Finch', otherParties: ['Gus Heron'] });
    const caseId = await fixture.opened('bea', { contactName: 'Gus Heron', otherParties: [] });
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await fixture.expectSuccess('amira', 'signpostCase', { caseId });
    expect(await read('bea', caseId)).toMatchObject({ status: 'SIGNPOSTED', viewerActions: [] });
  });
});
