import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let caseId: string;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  caseId = await fixture.assigned();
});
afterAll(() => test.stop());

const housing = machine('department-housing', 'referrals:read', 'referrals:answer');
const list = 'milestones { id text dueAt doneAt status viewerActions }';
const read = async (who: Parameters<Fixture['ask']>[0], id: string) =>
  (await fixture.ask(who, `query ($id: ID!) { referral(id: $id) { status ${list} viewerActions } }`, { id }))[
    'referral'
  ];

async function agreed(): Promise<string> {
  const referralId = await fixture.sent(caseId);
  await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId });
  await fixture.expectSuccess('dirk', 'respondToReferral', { referralId, decision: 'AGREE', text: 'We come' });
  return referralId;
}

// Jobs run by the time of the database, so what is late there must be late for it too.
const soon = '2026-10-06T09:00:00.000Z';
const later = '2026-10-09T09:00:00.000Z';

describe('what a department promises', () => {
  it('is shown to the student with its dates, kept one by one, and late when the date is over', async () => {
    clock.set(testStart);
    const referralId = await agreed();
    const milestones = [
      { text: 'A fitter comes', dueAt: later },
      { text: 'The part is ordered', dueAt: soon },
    ];
    await fixture.expectSuccess('dirk', 'startReferralActions', { referralId, milestones });
    const seen = await read('ada', referralId);
    expect(seen).toMatchObject({
      status: 'ACTIONS',
      milestones: [
        { text: 'The part is ordered', status: 'PROMISED', doneAt: null, viewerActions: [] },
        { text: 'A fitter comes', status: 'PROMISED' },
      ],
    });
    const [ordered, fitter] = seen.milestones;
    expect((await read('dana', referralId)).milestones[0].viewerActions).toEqual([]);
    expect((await read('dirk', referralId)).milestones[0].viewerActions).toEqual(['COMPLETE']);
    expect(await fixture.mutate('dana', 'completeReferralMilestone', { milestoneId: ordered.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess(housing, 'completeReferralMilestone', { milestoneId: ordered.id });
    expect(await fixture.mutate('dirk', 'completeReferralMilestone', { milestoneId: ordered.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'DONE',
    });
    clock.set('2026-10-10T09:00:00.000Z');
    expect((await read('ada', referralId)).milestones).toMatchObject([{ status: 'DONE' }, { status: 'LATE' }]);
    const told = async () =>
      fixture.sql('select recipient_kind from notice where source_id = $1 order by recipient_kind', [fitter.id]);
    // The job is due by the database's clock already; it is tried anew when the platform's own says so.
    await fixture.sql(`select graphile_worker.add_job('milestone-late', json_build_object('milestoneId', $1::text))`, [
      fitter.id,
    ]);
    await waitFor('everybody is told', async () => (await told()).length === 3);
    expect((await told()).map((row) => row['recipient_kind'])).toEqual(['DEPARTMENT', 'STAFF', 'STUDENT']);
    clock.set(testStart);
  });

  it('can grow while it is acted on, by 20 in all, each in words with a date to come', async () => {
    clock.set(testStart);
    const referralId = await agreed();
    const add = (who: Parameters<Fixture['ask']>[0], changes: object = {}) =>
      fixture.mutate(who, 'addReferralMilestone', { referralId, text: 'One thing more', dueAt: later, ...changes });
    expect(await add('dirk')).toMatchObject({ __typename: 'IllegalTransitionError', state: 'RESPONDED' });
    const milestones = Array.from({ length: 19 }, (_, index) => ({ text: `Step ${index}`, dueAt: later }));
    const start = (given: readonly object[]) =>
      fixture.mutate('dirk', 'startReferralActions', { referralId, milestones: given });
    expect(await start([{ text: '', dueAt: testStart }])).toMatchObject({
      fields: [
        { path: 'milestones.0.text', rule: 'REQUIRED' },
        { path: 'milestones.0.dueAt', rule: 'OUT_OF_RANGE' },
      ],
    });
    expect(await start(milestones)).toMatchObject({ __typename: 'StartReferralActionsSuccess' });
    expect(await add('dana')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await add('lena')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await add('dirk', { text: ' ' })).toMatchObject({ fields: [{ path: 'text', rule: 'REQUIRED' }] });
    const both = await Promise.all([add('dirk'), add('dirk')]);
    expect(both.filter((answer) => answer['__typename'] === 'AddReferralMilestoneSuccess')).toHaveLength(1);
    expect(await add('dirk')).toMatchObject({ fields: [{ path: 'milestones', rule: 'TOO_LONG' }] });
  });

  it('is sealed with the rest once consent is withdrawn, and is exactly as missing to strangers', async () => {
    clock.set(testStart);
    const referralId = await agreed();
    await fixture.expectSuccess('dirk', 'startReferralActions', {
      referralId,
      milestones: [{ text: 'A visit', dueAt: later }],
    });
    const [{ id: milestoneId }] = (await read('ada', referralId)).milestones;
    for (const who of ['lena', 'bea', 'amira', 'sys', undefined]) {
      const answer = await fixture.mutate(who, 'completeReferralMilestone', { milestoneId });
      expect(answer).toEqual(await fixture.mutate(who, 'completeReferralMilestone', { milestoneId: randomUUID() }));
      expect(answer).toMatchObject({ __typename: 'NotFoundError' });
    }
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId });
    expect((await read('dirk', referralId)).milestones).toEqual([]);
    expect((await read('ada', referralId)).milestones).toMatchObject([{ text: 'A visit' }]);
    expect(await fixture.mutate('dirk', 'completeReferralMilestone', { milestoneId })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });
});
