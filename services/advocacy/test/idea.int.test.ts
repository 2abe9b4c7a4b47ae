import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Fixture } from './fixture.js';
import { startProposals, words, type ProposalFixture } from './proposal-fixture.js';

let test: TestService;
let fixture: Fixture;
let proposals: ProposalFixture;

beforeAll(async () => {
  ({ test, fixture, proposals } = await startProposals());
});
afterAll(() => test.stop());

const groupId = randomUUID();
const sequences = new Map<string, number>();

const tableOf = {
  IdeaPosted: 'idea',
  IdeaEnded: 'idea',
  IdeaRaisingAgreed: 'idea_consent',
  IdeaRaisingEnded: 'idea_consent',
} as const;
type EventName = keyof typeof tableOf;

/** Tells this service of a post, as membership does, and waits until it knows. */
async function happened(name: EventName, postId: string, data: object): Promise<void> {
  const sequence = (sequences.get(postId) ?? 0) + 1;
  sequences.set(postId, sequence);
  const isKnown = async (): Promise<boolean> =>
    (await fixture.sql(`select 1 from ${tableOf[name]} where post_id = $1`, [postId])).length > 0;
  await test.service.receive([
    {
      specversion: '1.0',
      id: randomUUID(),
      type: `guildhall.membership.${name}.v1`,
      source: 'membership',
      time: testStart,
      subject: postId,
      aggregate: 'Post',
      sequence,
      datacontenttype: 'application/json',
      name,
      data: { postId, ...data },
    },
  ]);
  await waitFor('the idea is learned of', async () => (await isKnown()) === !name.endsWith('Ended'));
}

async function ideaOf(who: string): Promise<string> {
  const postId = randomUUID();
  await happened('IdeaPosted', postId, { groupId, memberId: fixture.members[who] });
  return postId;
}

const draft = (who: string, originPostId: string, authorNamed = true) =>
  fixture.mutate(who, 'draftProposal', { ...words, authorNamed, originPostId }, 'proposal { id origin { id } }');

describe('a proposal that begins as an idea in a group', () => {
  it('is its author’s alone to make, and says what it began as', async () => {
    const postId = await ideaOf('ada');
    expect(await draft('ada', postId)).toMatchObject({ proposal: { origin: { id: postId } } });
    const asBea = await draft('bea', postId);
    expect(asBea).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'originPostId', rule: 'UNKNOWN' }] });
    expect(asBea).toEqual(await draft('bea', randomUUID()));
  });

  it('cannot begin as one that was taken back', async () => {
    const postId = await ideaOf('ada');
    await happened('IdeaEnded', postId, {});
    expect(await draft('ada', postId)).toMatchObject({ fields: [{ path: 'originPostId' }] });
  });

  it('does not lead to an author who is not named', async () => {
    const originOf = async (authorNamed: boolean) => {
      const proposalId = await proposals.filed(false, { originPostId: await ideaOf('ada'), authorNamed });
      const { proposal } = await fixture.ask('cora', 'query ($id: ID!) { proposal(id: $id) { origin { id } } }', {
        id: proposalId,
      });
      return proposal.origin;
    };
    expect(await originOf(true)).not.toBeNull();
    expect(await originOf(false)).toBeNull();
  });
});

describe('an idea that somebody else raises with its author’s consent', () => {
  const agree = (postId: string, who: string, authorNamed: boolean, target = 'PROPOSAL') =>
    happened('IdeaRaisingAgreed', postId, { memberId: fixture.members[who], target, authorNamed });
  const origin = 'query ($id: ID!) { proposal(id: $id) { origin { id } ideaBy { id } } }';

  it('is theirs to raise as what was agreed, until that is taken back', async () => {
    const postId = await ideaOf('ada');
    await agree(postId, 'bea', false, 'ISSUE');
    expect(await draft('bea', postId)).toMatchObject({ fields: [{ path: 'originPostId' }] });
    const agreed = await ideaOf('ada');
    await agree(agreed, 'bea', false);
    expect(await draft('bea', agreed)).toMatchObject({ proposal: { origin: { id: agreed } } });
    const other = await ideaOf('ada');
    await agree(other, 'bea', false);
    await happened('IdeaRaisingEnded', other, { memberId: fixture.members['bea'], target: 'PROPOSAL' });
    expect(await draft('bea', other)).toMatchObject({ fields: [{ path: 'originPostId' }] });
    const ended = await ideaOf('ada');
    await agree(ended, 'bea', false);
    await happened('IdeaEnded', ended, {});
    expect(await fixture.sql('select 1 from idea_consent where post_id = $1', [ended])).toEqual([]);
  });

  it('says whose it was by their own wish alone', async () => {
    const raised = async (authorNamed: boolean) => {
      const postId = await ideaOf('bea');
      await agree(postId, 'ada', authorNamed);
      const id = await proposals.filed(false, { originPostId: postId, authorNamed: true });
      return { id, postId };
    };
    const [named, nameless] = [await raised(true), await raised(false)];
    const seen = async (who: string, id: string) => (await fixture.ask(who, origin, { id })).proposal;
    expect(await seen('cora', named.id)).toEqual({
      origin: { id: named.postId },
      ideaBy: { id: fixture.members['bea'] },
    });
    expect(await seen('cora', nameless.id)).toEqual({ origin: null, ideaBy: null });
    for (const who of ['ada', 'bea'])
      expect(await seen(who, nameless.id)).toEqual({ origin: { id: nameless.postId }, ideaBy: null });
  });
});

describe('what became of an idea', () => {
  const became =
    'query ($them: [_Any!]!) { _entities(representations: $them) { ... on Post { raisedProposals { id status } raisedIssues { id } } } }';
  const seen = async (who: string | undefined, id: string) =>
    (await fixture.ask(who, became, { them: [{ __typename: 'Post', id }] }))._entities[0];

  it('is shown as far as the viewer may see it and may know of it', async () => {
    const [named, nameless, drafted] = [await ideaOf('ada'), await ideaOf('ada'), await ideaOf('ada')];
    const id = await proposals.filed(false, { originPostId: named, authorNamed: true });
    await proposals.filed(false, { originPostId: nameless, authorNamed: false });
    await draft('ada', drafted);
    expect(await seen('cora', named)).toMatchObject({ raisedProposals: [{ id }], raisedIssues: [] });
    const nothing = { raisedProposals: [], raisedIssues: [] };
    for (const who of ['cora', undefined])
      for (const postId of [nameless, drafted, randomUUID()]) expect(await seen(who, postId)).toEqual(nothing);
    for (const postId of [nameless, drafted]) expect((await seen('ada', postId)).raisedProposals).toHaveLength(1);
  });
});
