import { graphql, withFaults } from '../graph/graphql.js';

/** What is between the viewer and somebody, as these pages show it. */
export const tieFragment = graphql(`
  fragment ShownTie on Tie {
    state
    message
    since
    expiresAt
    knownAs
    viewerActions
    member {
      id
      displayName
      pronouns
    }
  }
`);

/** Asks to be connected. */
export const requestDocument = withFaults(
  graphql(`
    mutation RequestConnection($input: RequestConnectionInput!) {
      requestConnection(input: $input) {
        __typename
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** Accepts a request. */
export const acceptDocument = graphql(`
  mutation AcceptConnection($input: AcceptConnectionInput!) {
    acceptConnection(input: $input) {
      __typename
    }
  }
`);

/** Turns a request down. */
export const declineDocument = graphql(`
  mutation DeclineConnection($input: DeclineConnectionInput!) {
    declineConnection(input: $input) {
      __typename
    }
  }
`);

/** Takes a request back. */
export const withdrawDocument = graphql(`
  mutation WithdrawConnection($input: WithdrawConnectionInput!) {
    withdrawConnection(input: $input) {
      __typename
    }
  }
`);

/** Ends a connection. */
export const removeDocument = graphql(`
  mutation RemoveConnection($input: RemoveConnectionInput!) {
    removeConnection(input: $input) {
      __typename
    }
  }
`);

/** Blocks a member. */
export const blockDocument = graphql(`
  mutation BlockMember($input: BlockMemberInput!) {
    blockMember(input: $input) {
      __typename
    }
  }
`);

/** Takes a block back. */
export const unblockDocument = graphql(`
  mutation UnblockMember($input: UnblockMemberInput!) {
    unblockMember(input: $input) {
      __typename
    }
  }
`);
