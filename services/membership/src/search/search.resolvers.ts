import { toId } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import { GraphQLError } from 'graphql';
import type { Resolvers } from '../generated/graphql.js';
import { searchKinds, searchTextMax, type SearchHit, type TypedHit } from './search.js';
import { snippetOf } from './snippet.js';

const withTyped = (hit: SearchHit, typed: string): TypedHit => ({ ...hit, typed });

/** Resolvers of search. */
export const searchResolvers: Resolvers = {
  Query: {
    search: async (_root, { text, kinds, ...page }, { actor, read }) => {
      if (Array.from(text).length > searchTextMax)
        throw new GraphQLError(`text must have at most ${searchTextMax} characters.`, {
          extensions: { code: 'BAD_USER_INPUT' },
        });
      const wanted = searchKinds.filter((kind) => kinds?.includes(kind) ?? true);
      const request = readPageRequest(page, ['whole', 'whole', 'text', 'id']);
      const { edges, pageInfo } = await read.search.page(actor, { text: text.trim(), kinds: wanted }, request);
      return { edges: edges.map(({ cursor, node }) => ({ cursor, node: withTyped(node, text) })), pageInfo };
    },
  },
  SearchHit: {
    matched: ({ texts }) => texts.map(({ match }) => match),
    snippet: ({ texts, typed }) => {
      const best = texts.find(({ match }) => match !== 'NAME') ?? texts[0];
      return best === undefined ? null : snippetOf(best.text, typed);
    },
    member: async ({ kind, id }, _args, { loaders }) =>
      kind === 'PERSON' ? ((await loaders.members.load(toId(id))) ?? null) : null,
    group: async ({ kind, id }, _args, { loaders }) =>
      kind === 'GROUP' ? ((await loaders.groups.load(toId(id))) ?? null) : null,
    post: async ({ kind, id }, _args, { loaders }) =>
      kind === 'POST' ? ((await loaders.posts.load(toId(id))) ?? null) : null,
  },
};
