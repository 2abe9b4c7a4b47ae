import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
});
afterAll(() => test.stop());

const pair = (student = 'ada', worker = 'carl') =>
  Promise.all([0, 1].map(() => fixture.assigned(student, worker, { otherParties: [] }))) as Promise<[string, string]>;
const read = async (who: string, id: string) =>
  (
    await fixture.ask(
      who,
      'query ($id: ID!) { case(id: $id) { status outcome linkedCases { id } mergedInto { id } viewerActions mergeOffers { id from { id } into { id } viewerActions } } }',
      { id },
    )
  )['case'];

describe('linked cases', () => {
  it('are linked once, by a worker of both or the manager, and seen by who may read the other', async () => {
    const [one, other] = await pair();
    await fixture.expectSuccess('carl', 'linkCases', { caseId: one, otherId: other });
    await fixture.expectSuccess('amira', 'linkCases', { caseId: other, otherId: one });
    for (const who of ['carl', 'ada']) {
      expect((await read(who, one)).linkedCases).toEqual([{ id: other }]);
      expect((await read(who, other)).linkedCases).toEqual([{ id: one }]);
    }
    await fixture.expectSuccess('amira', 'assignCase', { caseId: other, assignee: 'cora' });
    expect((await read('carl', one)).linkedCases).toEqual([]);
    const entries = (
      await fixture.ask('amira', '{ caseQueue(first: 100) { edges { node { id linkedCases { id } } } } }')
    )['caseQueue'].edges;
    expect(entries).toContainEqual({ node: { id: one, linkedCases: [{ id: other }] } });
    const own = (await fixture.ask('carl', '{ caseQueue(first: 100) { edges { node { id linkedCases { id } } } } }'))[
      'caseQueue'
    ].edges;
    expect(own).toContainEqual({ node: { id: one, linkedCases: [] } });
  });

  it('are of one student, two, and both in the hands of who links them', async () => {
    const [one, other] = await pair();
    const [stranger] = await pair('bea');
    const link = (who: string, otherId: string) => fixture.mutate(who, 'linkCases', { caseId: one, otherId });
    expect(await link('carl', stranger)).toMatchObject({ fields: [{ path: 'otherId', rule: 'CONTRADICTION' }] });
    expect(await link('carl', one)).toMatchObject({ fields: [{ path: 'otherId', rule: 'CONTRADICTION' }] });
    for (const who of ['cora', 'ada', 'uma', 'sys'])
      expect(await link(who, other)).toEqual(await link(who, randomUUID()));
    await fixture.expectSuccess('amira', 'assignCase', { caseId: other, assignee: 'cora' });
    expect(await link('carl', other)).toEqual(await link('carl', randomUUID()));
    await fixture.expectSuccess('ada', 'withdrawCase', { caseId: other });
    expect(await link('amira', other)).toMatchObject({ __typename: 'IllegalTransitionError', state: 'CLOSED' });
    await expect(
      fixture.sql(
        `insert into case_link values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 'x', now())`,
        [one, stranger],
      ),
    ).rejects.toThrow('not cases of one student');
  });

  it('may not be linked by a second worker', async () => {
    const [one, other] = await pair();
    for (const caseId of [one, other])
      await fixture.expectSuccess('amira', 'nameSecondWorker', { caseId, subject: 'cora' });
    for (const name of ['linkCases', 'proposeCaseMerge'])
      expect(await fixture.mutate('cora', name, { caseId: one, otherId: other })).toMatchObject({
        __typename: 'NotAllowedError',
      });
  });
});

describe('merged cases', () => {
  const offer = async (id: string) => (await read('ada', id)).mergeOffers[0];

  it('go on as one with the student’s yes: the other closes, points to it, and owes its dates there', async () => {
    const [from, into] = await pair();
    await fixture.sql(
      `insert into case_deadline (id, case_id, kind, starts_at, due_at, base_due_at) values ($1, $2, 'PROCEDURE', '2026-10-05', '2026-11-20', '2026-11-20')`,
      [randomUUID(), from],
    );
    await fixture.expectSuccess('carl', 'proposeCaseMerge', { caseId: from, otherId: into });
    expect(await fixture.mutate('amira', 'proposeCaseMerge', { caseId: from, otherId: into })).toMatchObject({
      __typename: 'ConflictError',
    });
    const asked = await offer(from);
    expect(asked).toMatchObject({ from: { id: from }, into: { id: into }, viewerActions: ['AGREE', 'REFUSE'] });
    expect((await read('carl', into)).mergeOffers).toMatchObject([{ id: asked.id, viewerActions: [] }]);
    for (const who of ['carl', 'bea', 'amira'])
      expect(await fixture.mutate(who, 'answerCaseMerge', { mergeId: asked.id, agrees: true })).toMatchObject({
        __typename: who === 'carl' ? 'NotAllowedError' : 'NotFoundError',
      });
    await fixture.expectSuccess('ada', 'answerCaseMerge', { mergeId: asked.id, agrees: true });
    expect(await read('ada', from)).toMatchObject({
      status: 'CLOSED',
      outcome: 'MERGED',
      mergedInto: { id: into },
      viewerActions: [],
      mergeOffers: [],
    });
    expect(
      await fixture.sql(`select case_id from case_deadline where kind = 'PROCEDURE' and case_id = any($1::uuid[])`, [
        [from, into],
      ]),
    ).toEqual([{ case_id: into }]);
    expect(await fixture.mutate('ada', 'reopenCase', { caseId: from })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await fixture.mutate('ada', 'answerCaseMerge', { mergeId: asked.id, agrees: false })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'AGREED',
    });
  });

  it('stay two with the student’s no, who may be asked again', async () => {
    const [from, into] = await pair();
    await fixture.expectSuccess('amira', 'proposeCaseMerge', { caseId: from, otherId: into });
    await fixture.expectSuccess('ada', 'answerCaseMerge', { mergeId: (await offer(from)).id, agrees: false });
    expect(await read('ada', from)).toMatchObject({ status: 'OPEN', mergedInto: null, mergeOffers: [] });
    await fixture.expectSuccess('amira', 'proposeCaseMerge', { caseId: from, otherId: into });
  });

  it('are answered once by many answers at once', async () => {
    const [from, into] = await pair();
    await fixture.expectSuccess('carl', 'proposeCaseMerge', { caseId: from, otherId: into });
    const mergeId = (await offer(from)).id;
    const answers = await Promise.all(
      [true, false, true, false].map((agrees) => fixture.mutate('ada', 'answerCaseMerge', { mergeId, agrees })),
    );
    expect(answers.filter((answer) => answer['__typename'] === 'AnswerCaseMergeSuccess')).toHaveLength(1);
  });

  it('are not merged while a department owes an answer', async () => {
    const [from, into] = await pair();
    await fixture.sent(from);
    expect(await fixture.mutate('carl', 'proposeCaseMerge', { caseId: from, otherId: into })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'WAITING_DEPARTMENT',
    });
  });

  it('change hands together, and are lost together', async () => {
    const [from, into] = await pair();
    await fixture.expectSuccess('carl', 'proposeCaseMerge', { caseId: from, otherId: into });
    await fixture.expectSuccess('ada', 'answerCaseMerge', { mergeId: (await offer(from)).id, agrees: true });
    await fixture.expectSuccess('amira', 'assignCase', { caseId: into, assignee: 'cora' });
    expect(await read('carl', from)).toBeNull();
    expect(await read('cora', from)).toMatchObject({ mergedInto: { id: into } });
    await fixture.expectSuccess('cora', 'recuseFromCase', { caseId: into, tie: 'FRIEND' });
    expect(await read('cora', from)).toBeNull();
  });
});
