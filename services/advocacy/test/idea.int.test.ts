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

/** Tells this service of a post, as membership does, and waits until it knows. */
async function happened(name: 'IdeaPosted' | 'IdeaEnded', postId: string, data: object): Promise<void> {
  const sequence = (sequences.get(postId) ?? 0) + 1;
  sequences.set(postId, sequence);
  const isKnown = async (): Promise<boolean> =>
    (await fixture.sql('select 1 from idea where post_id = $1', [postId])).length > 0;
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
  await waitFor('the idea is learned of', async () => (await isKnown()) === (name === 'IdeaPosted'));
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
