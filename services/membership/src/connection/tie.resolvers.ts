import { memberOf, toId, toPage, type Page } from '@guildhall/kernel';
import { readPageRequest, toResult, type PageArguments } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { Connection, ConnectionList } from './connection.js';
import { tieOf, tieState, type Tie } from './tie.js';
import { tieActions } from './tie.policy.js';

/** Resolvers of the noun Connection, which viewers meet as what is between them and somebody else. */
export const tieResolvers: Resolvers = {
  Member: {
    tie: async ({ member }, _args, { loaders }) => (await loaders.ties.load(member.id)) ?? null,
  },
  Viewer: {
    connections: (_viewer, { search, ...page }, context) => pageTies(context, 'CONNECTED', page, search ?? undefined),
    requestsReceived: (_viewer, page, context) => pageTies(context, 'ASKED_OF_MEMBER', page),
    requestsSent: (_viewer, page, context) => pageTies(context, 'ASKED_BY_MEMBER', page),
  },
  Tie: {
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
    state: tieState,
    message: ({ connection }) => connection?.message ?? null,
    since: ({ connection, block }) => block?.since ?? connection?.connectedAt ?? connection?.requestedAt ?? null,
    expiresAt: ({ connection }) => (connection?.connectedAt === undefined ? (connection?.expiresAt ?? null) : null),
    knownAs: ({ block }) => block?.knownAs ?? null,
    viewerActions: (tie, _args, { actor, now }) => tieActions(actor, tie, now),
  },
  Mutation: {
    requestConnection: async (_root, { input }, context) =>
      toResult(
        'RequestConnectionSuccess',
        await context.membership.requestConnection(context.actor, {
          memberId: toId(input.memberId),
          message: input.message ?? undefined,
          idempotencyKey: input.idempotencyKey,
        }),
        (connection) => ({ tie: changedTie(context, connection) }),
      ),
    acceptConnection: async (_root, { input }, context) =>
      toResult(
        'AcceptConnectionSuccess',
        await context.membership.acceptConnection(context.actor, { memberId: toId(input.memberId) }),
        (connection) => ({ tie: changedTie(context, connection) }),
      ),
    declineConnection: async (_root, { input }, context) =>
      toResult(
        'DeclineConnectionSuccess',
        await context.membership.declineConnection(context.actor, { memberId: toId(input.memberId) }),
        (connection) => ({ tie: changedTie(context, connection) }),
      ),
    withdrawConnection: async (_root, { input }, context) =>
      toResult(
        'WithdrawConnectionSuccess',
        await context.membership.withdrawConnection(context.actor, { memberId: toId(input.memberId) }),
        (connection) => ({ tie: changedTie(context, connection) }),
      ),
    removeConnection: async (_root, { input }, context) =>
      toResult(
        'RemoveConnectionSuccess',
        await context.membership.removeConnection(context.actor, { memberId: toId(input.memberId) }),
        (connection) => ({ tie: changedTie(context, connection) }),
      ),
  },
};

function changedTie({ actor, now }: Context, connection: Connection): Tie {
  return tieOf(memberOf(actor) ?? connection.requesterId, connection, now);
}

async function pageTies(
  { actor, now, read }: Context,
  list: ConnectionList,
  page: PageArguments,
  search?: string,
): Promise<Page<Tie>> {
  const request = readPageRequest(page, ['instant', 'id']);
  const self = memberOf(actor);
  if (self === undefined) return toPage<Tie>([], request.first, () => []);
  const { edges, pageInfo } = await read.connections.page(self, { list, search, now }, request);
  return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: tieOf(self, node, now) })) };
}
