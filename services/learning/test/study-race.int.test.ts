import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import { Fixture, learning } from './fixture.js';
import { StudyDriver, studyStart } from './study-fixture.js';

let test: TestService;
let study: StudyDriver;
const names = Array.from({ length: 16 }, (_, index) => `m${index}`);

beforeAll(async () => {
  test = await startTestService(learning, { clock: new TestClock(studyStart) });
  const fixture = new Fixture(test);
  for (const name of ['ann', ...names]) await fixture.member(name);
  study = new StudyDriver(test);
});
afterAll(() => test.stop());

const count = async (groupId: string): Promise<Readonly<Record<string, number>>> => {
  const statuses = Object.values(await study.places(groupId));
  return Object.fromEntries(
    [...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [status, all.length]),
  );
};

describe('many at the same time', () => {
  it('get as many seats as there are, and the others wait in one order', async () => {
    const groupId = await study.group('ann', [], { capacity: 6 });
    await Promise.all(names.map((name) => study.act(name, 'joinStudyGroup', 'studyPlace', { groupId })));
    expect(await count(groupId)).toEqual({ SEATED: 6, WAITING: 11 });
  });

  it('leave, and every seat goes on exactly once', async () => {
    const groupId = await study.group('ann', names, { capacity: 6 });
    const seated = Object.entries(await study.places(groupId)).flatMap(([name, status]) =>
      status === 'SEATED' ? [name] : [],
    );
    await Promise.all(seated.map((name) => study.act(name, 'leaveStudyGroup', 'studyPlace', { groupId })));
    expect(await count(groupId)).toEqual({ LEFT: 6, SEATED: 6, WAITING: 5 });
  });

  it('ask for the same hosting, and one gets it', async () => {
    const groupId = await study.group('ann', names.slice(0, 5), { capacity: 6 });
    const [session] = await study.sessions(groupId);
    const hosts = await test.dataSource.query('select subject from actor_member where member_id = $1', [
      session?.host_id,
    ]);
    const host = hosts[0].subject;
    const sessionId = session?.id;
    await study.act(host, 'offerStudyHosting', 'studySession', { sessionId });
    const others = ['ann', ...names.slice(0, 5)].filter((name) => name !== host);
    const answers = await Promise.all(
      others.map((name) => study.act(name, 'takeStudyHosting', 'studySession', { sessionId })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'TakeStudyHostingSuccess')).toHaveLength(1);
  });

  it('are accepted by one mentor, and no more than the mentor said', async () => {
    const offer = await study.act('ann', 'offerMentoring', 'mentorOffer', {
      topics: ['Proofs'],
      courses: [],
      languages: ['en'],
      about: 'Happy to help with proofs.',
      menteesMax: 3,
    });
    const offerId = StudyDriver.idOf(offer, 'mentorOffer');
    const pairs: string[] = [];
    for (const name of names) {
      const pair = await study.act(name, 'askMentor', 'mentorPair', { offerId, line: 'Please help me with proofs.' });
      pairs.push(StudyDriver.idOf(pair, 'mentorPair'));
    }
    const answers = await Promise.all(
      pairs.map((pairId) => study.act('ann', 'acceptMentee', 'mentorPair', { pairId })),
    );
    const kinds = Map.groupBy(answers, ({ __typename }) => __typename);
    expect([kinds.get('AcceptMenteeSuccess')?.length, kinds.get('LimitReachedError')?.length]).toEqual([3, 13]);
    await expect(
      test.dataSource.query(`update mentor_pair set status = 'ACCEPTED' where offer_id = $1 and status = 'PROPOSED'`, [
        offerId,
      ]),
    ).rejects.toMatchObject({ driverError: { constraint: 'mentor_pair_within_limit' } });
  });
});
