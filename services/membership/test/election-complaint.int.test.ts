import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from './candidacy-acts.js';
import { CandidacyWorld } from './candidacy-world.js';

const world = new CandidacyWorld();
const { member } = world;

beforeAll(() => world.start());
beforeEach(() => world.begin('CAMPAIGN'));
afterAll(() => world.stop());

const complain = (who: string, text: string, candidateId?: string) =>
  act(world.test, who, 'complainAboutElection', { electionId: world.electionId, text, candidateId });

type Page = {
  readonly edges: readonly { readonly node: { readonly text: string; readonly viewerActions: readonly string[] } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};
async function complaints(who: string | undefined, page = ''): Promise<Page> {
  const { data, errors } = await world.test.run(
    who,
    `query ($id: ID!) { election(id: $id) { complaints${page} {
       edges { node { id text status ruling viewerActions candidate { id name } } } pageInfo { hasNextPage endCursor } } } }`,
    { id: world.electionId },
  );
  expect(errors).toBeUndefined();
  return (data as { readonly election: { readonly complaints: Page } }).election.complaints;
}
const textsOf = ({ edges }: Page): readonly string[] => edges.map(({ node }) => node.text);

describe('a complaint about an election', () => {
  it('is read by who made it and who rules, and not by whom it is about', async () => {
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'STANDING' });
    expect(await complain('ben', ' She pays for votes. ', ada)).toMatchObject({
      complaint: { text: 'She pays for votes.', status: 'OPEN', candidate: { id: ada }, viewerActions: [] },
    });
    expect(textsOf(await complaints('ben'))).toEqual(['She pays for votes.']);
    expect((await complaints('otto')).edges[0]?.node.viewerActions).toEqual(['RULE']);
    for (const who of ['ada', 'cem', 'sys', undefined]) expect(textsOf(await complaints(who))).toEqual([]);
  });

  it('is ruled on once, and its author is told and reads why', async () => {
    const complaintId = (await complain('ben', 'Posters in the polling room.')).complaint?.id;
    const ruling = { complaintId, isUpheld: true, ruling: 'They are taken down.' };
    expect(await act(world.test, 'otto', 'ruleOnElectionComplaint', ruling)).toMatchObject({
      complaint: { status: 'UPHELD', ruling: 'They are taken down.', viewerActions: [] },
    });
    expect(await world.told('ben')).toEqual(['COMPLAINT_RULED']);
    expect((await complaints('ben')).edges[0]?.node).toMatchObject({
      status: 'UPHELD',
      ruling: 'They are taken down.',
    });
  });

  it('is not read or ruled on by a returning officer with a part in the election, or who holds the other key', async () => {
    const pia = await world.fixture.member(`pia-${world.electionId}`);
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'STANDING' });
    await world.elections.nominations(ada, [pia]);
    await world.fixture.appointment(pia.subject, 'RETURNING_OFFICER');
    const complaintId = (await complain('ben', 'Posters.')).complaint?.id;
    const ruling = { complaintId, isUpheld: true, ruling: 'Seen.' };
    expect(textsOf(await complaints(pia.subject))).toEqual([]);
    expect(await act(world.test, pia.subject, 'ruleOnElectionComplaint', ruling)).toMatchObject({
      __typename: 'NotFoundError',
    });
    await world.test.dataSource.query(`update election set second_trustee = 'odile' where id = $1`, [world.electionId]);
    expect(await act(world.test, 'odile', 'ruleOnElectionComplaint', ruling)).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await act(world.test, 'otto', 'ruleOnElectionComplaint', ruling)).toMatchObject({
      complaint: { status: 'UPHELD' },
    });
  });

  it('is about a candidate of the election alone, and not about re-opening nominations', async () => {
    const elsewhere = await world.elections.contest(
      await world.elections.election('CAMPAIGN'),
      await world.fixture.position(undefined, 'UNION_OFFICER'),
    );
    const other = await world.elections.candidate(elsewhere, member('ada'), { status: 'STANDING' });
    const [reopen] = await world.test.dataSource.query('select id from candidate where contest_id = $1 and is_reopen', [
      world.contestId,
    ]);
    const missing = await complain('ben', 'Noise.', world.electionId);
    expect(missing).toMatchObject({ __typename: 'NotFoundError' });
    for (const id of [other, reopen.id]) expect(await complain('ben', 'Noise.', id)).toEqual(missing);
  });

  it('comes from those who elect alone, and in time', async () => {
    const group = await world.fixture.group(`Chess ${world.electionId}`, [member('ada').id]);
    const electionId = await world.elections.election('PROVISIONAL', { groupId: group.id });
    await world.elections.contest(electionId, await world.fixture.position(group.id));
    const say = (who: string) => act(world.test, who, 'complainAboutElection', { electionId, text: 'Noise.' });
    expect(await say('ben')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await say('ada')).toMatchObject({ __typename: 'ComplainAboutElectionSuccess' });
    world.clock.set('2026-11-01T23:00:00.000Z');
    expect(await say('ada')).toMatchObject({ __typename: 'ComplainAboutElectionSuccess' });
    world.clock.set('2026-11-01T23:00:00.001Z');
    expect(await say('ada')).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('the list of complaints', () => {
  it('is paged, stays stable while others complain, and asks as much of the database for ten as for two', async () => {
    const texts = Array.from({ length: 5 }, (_unused, index) => `Complaint ${index}.`);
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'STANDING' });
    for (const text of texts) {
      world.clock.advance(1000);
      await complain('ben', text, ada);
    }
    const first = await complaints('otto', '(first: 2)');
    expect(textsOf(first)).toEqual(['Complaint 4.', 'Complaint 3.']);
    world.clock.advance(1000);
    await complain('cem', 'The latest.');
    const second = await complaints('otto', `(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([textsOf(second), second.pageInfo.hasNextPage]).toEqual([['Complaint 2.', 'Complaint 1.'], true]);
    const statements = async (count: number): Promise<number> =>
      (await world.test.countStatements(() => complaints('otto', `(first: ${count})`))).length;
    await statements(2);
    expect(await statements(6)).toBe(await statements(2));
  });
});
