import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import { ElectionActs, electionStart } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(electionStart);
let test: TestService;
let fixture: Fixture;
let acts: ElectionActs;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new ElectionActs(test, clock);
  await fixture.member('ada');
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
});
afterAll(() => test.stop());

const query = 'query ($id: ID!) { contest(id: $id) { id election { id } } }';
const look = async (subject: string | undefined, id: string) =>
  (await test.run(subject, query, { id })).data?.['contest'];

describe('one contest that is asked for', () => {
  it('is hidden like one that is missing while its election is planned, and seen by everybody from the announcement on', async () => {
    const { electionId, contestIds } = await acts.planned('Spring election', [
      (await fixture.position(undefined, 'UNION_OFFICER')).id,
    ]);
    const [contestId = ''] = contestIds;
    const found = { id: contestId, election: { id: electionId } };
    expect(await look('otto', contestId)).toEqual(found);
    for (const subject of ['ada', undefined])
      expect(await look(subject, contestId)).toEqual(await look(subject, acts.missing));
    await acts.kind('otto', 'announceElection', { electionId });
    for (const subject of ['ada', undefined]) expect(await look(subject, contestId)).toEqual(found);
  });
});
