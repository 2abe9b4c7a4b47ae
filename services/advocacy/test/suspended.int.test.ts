import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { intake, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let caseId: string;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
  caseId = await fixture.assigned('ada');
  await fixture.sql(`update actor_member set is_active = false where subject = 'ada'`);
});
afterAll(() => test.stop());

describe('a member who is suspended or has left', () => {
  it('reads their own cases, writes in them and can withdraw them', async () => {
    expect(
      (await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { narrative viewerActions } }', { id: caseId }))[
        'case'
      ],
    ).toEqual({ narrative: intake.narrative, viewerActions: ['POST_MESSAGE', 'WITHDRAW'] });
    await fixture.expectSuccess('ada', 'postCaseMessage', { caseId, body: 'I am still here.' });
    const { viewer } = await fixture.ask('ada', '{ viewer { member { id } cases { edges { node { id } } } } }');
    expect(viewer).toEqual({ member: null, cases: { edges: [{ node: { id: caseId } }] } });
  });

  it('gains no other right: no new case, and nothing of anybody else', async () => {
    expect(await fixture.mutate('ada', 'openCase', intake)).toMatchObject({ __typename: 'NotAllowedError' });
    const other = await fixture.assigned('bea');
    expect((await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { id } }', { id: other }))['case']).toBeNull();
  });

  it('is never given their own case as a worker, and sees no queue with it as a manager', async () => {
    await fixture.appointment('ada', 'CASE_WORKER');
    await fixture.appointment('ada', 'ADVICE_MANAGER');
    expect(await fixture.mutate('amira', 'assignCase', { caseId, assignee: 'ada' })).toMatchObject({
      fields: [{ path: 'assignee', rule: 'UNKNOWN' }],
    });
    const { caseQueue } = await fixture.ask('ada', '{ caseQueue(first: 100) { edges { node { id } } } }');
    expect(JSON.stringify(caseQueue)).not.toContain(caseId);
    await fixture.sql(`delete from actor_appointment where subject = 'ada'`);
  });

  it('is known no more once erased', async () => {
    await fixture.sql(`delete from actor_member where subject = 'ada'`);
    expect((await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId }))['case']).toBeNull();
    expect((await fixture.ask('ada', '{ viewer { cases { edges { node { id } } } } }'))['viewer'].cases).toBeNull();
  });
});
