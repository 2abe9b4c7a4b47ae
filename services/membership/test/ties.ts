import type { TestService } from '@guildhall/testing';

/** A mutation between two members, as a member sends it. */
export type TieMutation =
  | 'requestConnection'
  | 'acceptConnection'
  | 'declineConnection'
  | 'withdrawConnection'
  | 'removeConnection'
  | 'blockMember'
  | 'unblockMember';

const tieFields = 'tie { member { id displayName } state message since expiresAt knownAs viewerActions }';

/** The text of a mutation between two members. */
export function tieMutation(name: TieMutation): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { __typename ... on ${type}Success { ${tieFields} } ... on UserError { message ... on ValidationError { fields { path } } } } }`;
}

let keys = 0;

/** Sends mutations and reads ties as members do. */
export function createTies(test: () => TestService) {
  const run = async (subject: string | undefined, query: string, variables: object): Promise<unknown> => {
    const { data, errors } = await test().run(subject, query, { ...variables });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.['answer'];
  };
  return {
    /** Does something to a member; a request has a key of its own unless one is given. */
    act: (subject: string | undefined, name: TieMutation, memberId: string, more: object = {}): Promise<unknown> =>
      run(subject, tieMutation(name), {
        input: { memberId, ...(name === 'requestConnection' && { idempotencyKey: `key-${(keys += 1)}` }), ...more },
      }),
    /** What is between the subject and a member. */
    tie: (subject: string | undefined, id: string): Promise<unknown> =>
      run(subject, `query ($id: ID!) { answer: member(id: $id) { displayName bio ${tieFields} } }`, { id }),
    /** The members of one of the viewer's lists. */
    async list(
      subject: string | undefined,
      name: 'connections' | 'requestsReceived' | 'requestsSent' | 'blocks',
      args = '',
    ): Promise<readonly unknown[]> {
      const answer = await run(
        subject,
        `{ answer: viewer { ${name}${args} { edges { node { member { id } } } } } }`,
        {},
      );
      const lists = answer as Readonly<Record<string, { edges: { node: { member: { id: string } | null } }[] }>>;
      return lists[name]?.edges.map(({ node }) => node.member?.id) ?? [];
    },
  };
}
