import { memberOf, toId, toPage, type Page } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Tie } from '../connection/tie.js';
import type { Resolvers } from '../generated/graphql.js';
import type { Block } from './block.js';

/** Resolvers of the noun Block. */
export const blockResolvers: Resolvers = {
  Viewer: {
    blocks: async (_viewer, page, { actor, read }) => {
      const request = readPageRequest(page, ['instant', 'id']);
      const self = memberOf(actor);
      return self === undefined
        ? toPage<Tie>([], request.first, () => [])
        : toTies(await read.blocks.page(self, request));
    },
  },
  Mutation: {
    blockMember: async (_root, { input }, { actor, membership }) =>
      toResult(
        'BlockMemberSuccess',
        await membership.blockMember(actor, { memberId: toId(input.memberId) }),
        (block) => ({ tie: toTie(block) }),
      ),
    unblockMember: async (_root, { input }, { actor, membership }) =>
      toResult(
        'UnblockMemberSuccess',
        await membership.unblockMember(actor, { memberId: toId(input.memberId) }),
        (pair) => ({ tie: { ...pair, connection: undefined, block: undefined } }),
      ),
  },
};

function toTie(block: Block): Tie {
  return { viewerId: block.blockerId, memberId: block.blockedId, connection: undefined, block };
}

function toTies({ edges, pageInfo }: Page<Block>): Page<Tie> {
  return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: toTie(node) })) };
}
