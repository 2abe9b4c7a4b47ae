import type { GraphQLFieldResolver } from 'graphql';
import type { ResolverMap } from './merge-resolvers.js';

/** A context that can be brought up to date within its request. */
export type RefreshableContext = {
  /** The same request's context with the viewer's rights read again and nothing loaded yet. */
  rebuild(): Promise<object>;
};

/**
 * Makes every mutation refresh the context before its answer is selected: a mutation may change the viewer's own
 * rights, and its answer, like the next mutation of the request, must be seen with the new ones.
 */
export function refreshAfterMutation(resolvers: ResolverMap): ResolverMap {
  const mutations = Object.entries(resolvers['Mutation'] ?? {}).map(([name, resolver]): [string, unknown] => [
    name,
    refreshing(resolver as GraphQLFieldResolver<unknown, RefreshableContext>),
  ]);
  return { ...resolvers, Mutation: Object.fromEntries<unknown>(mutations) };
}

function refreshing(
  resolve: GraphQLFieldResolver<unknown, RefreshableContext>,
): GraphQLFieldResolver<unknown, RefreshableContext> {
  return async (root, args, context, info) => {
    const answer: unknown = await resolve(root, args, context, info);
    Object.assign(context, await context.rebuild());
    return answer;
  };
}
