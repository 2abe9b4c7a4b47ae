import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import { ElectionActs, electionDates, electionStart } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(electionStart);
let test: TestService;
let acts: ElectionActs;
let groupId: string;
let made = 0;
let office: () => Promise<string>;

const everything = `query ($first: Int, $after: String, $groupId: ID, $isOver: Boolean) {
  elections(first: $first, after: $after, groupId: $groupId, isOver: $isOver) {
    edges { node { id title status viewerActions group { id } fills { id } schedule { votingClosesAt } rules { complaintDays nominators { kind count } }
      contests { id seats position { title } electorate { kind group { name } constituency { year } } turnout { electorate cast } } } }
    pageInfo { hasNextPage endCursor } } }`;

type Page = { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
async function page(subject: string | undefined, variables: object): Promise<Page> {
  const { data, errors } = await test.run(subject, everything, { ...variables });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.['elections'] as Page;
}
const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

/** An announced election whose voting closes later than those made before. */
async function announced(more: object = {}): Promise<string> {
  made += 1;
  const hour = `2096-09-26T${String(made).padStart(2, '0')}:00:00.000Z`;
  const positions = 'groupId' in more ? [] : [await office(), await office()];
  const { electionId } = await acts.announced(`Listed ${made}`, positions, {
    schedule: { ...electionDates, votingClosesAt: hour },
    ...more,
  });
  return electionId;
}

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  acts = new ElectionActs(test, clock);
  const fixture = new Fixture(test);
  const ada = await fixture.member('ada');
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
  groupId = (await fixture.group('Chess', [ada.id])).id;
  office = async () => (await fixture.position(undefined, 'UNION_OFFICER')).id;
});
afterAll(() => test.stop());

describe('the list of elections', () => {
  it('takes as many statements for many as for few, whoever asks', async () => {
    await announced();
    const count = (subject: string) => test.countStatements(() => page(subject, {}));
    await page('otto', {});
    const few = { otto: (await count('otto')).length, ada: (await count('ada')).length };
    for (let index = 0; index < 4; index += 1) await announced();
    expect({ otto: (await count('otto')).length, ada: (await count('ada')).length }).toEqual(few);
  });

  it('is complete and free of doubles while elections are added, those that close last first', async () => {
    const before = idsOf(await page('ada', { first: 100 }));
    const first = await page('ada', { first: 2 });
    const added = await announced();
    const seen = idsOf(first);
    for (let next = first; next.pageInfo.hasNextPage;) {
      next = await page('ada', { first: 2, after: next.pageInfo.endCursor });
      seen.push(...idsOf(next));
    }
    expect(seen).toEqual(before);
    expect(idsOf(await page('ada', { first: 1 }))).toEqual([added]);
  });

  it('leaves plans out but for who runs elections, and narrows to a group and to what is over', async () => {
    const { electionId: plan } = await acts.planned('Plan', [], { groupId });
    expect(idsOf(await page('otto', { groupId }))).toEqual([plan]);
    for (const subject of ['ada', undefined]) expect(idsOf(await page(subject, { groupId }))).toEqual([]);
    expect(idsOf(await page('ada', { isOver: true }))).toEqual([]);
    const voided = await announced();
    await acts.kind('otto', 'voidElection', { electionId: voided, reason: 'A mistake.' });
    expect(idsOf(await page('ada', { isOver: true }))).toEqual([voided]);
    const open = idsOf(await page('ada', { isOver: false, first: 100 }));
    expect([voided, ...open]).toEqual(idsOf(await page('ada', { first: 100 })));
  });

  it('refuses a page that cannot be served', async () => {
    for (const variables of [{ first: 0 }, { first: 101 }, { after: 'x' }]) {
      const { errors } = await test.run('ada', everything, variables);
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('what somebody can do about elections as a whole', () => {
  it('is planning for returning officers, and deciding appeals for them and the admin', async () => {
    const actions = async (subject: string) =>
      (await test.run(subject, '{ viewer { electionActions electionsToVoteIn { id } } }')).data?.['viewer'];
    const none = { electionsToVoteIn: [] };
    expect(await actions('otto')).toEqual({ ...none, electionActions: ['PLAN_ELECTION', 'DECIDE_APPEALS'] });
    expect(await actions('sys')).toEqual({ ...none, electionActions: ['DECIDE_APPEALS'] });
    expect(await actions('ada')).toEqual({ ...none, electionActions: [] });
  });
});
