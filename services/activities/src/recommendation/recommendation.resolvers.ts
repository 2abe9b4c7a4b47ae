import { memberOf, type Actor } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { recommend, type Recommendation } from './recommendation.js';
import { recommendationRules as rules } from './recommendation-rules.js';

const firstDefault = 6;
const firstMax = 20;

/** Resolvers of recommendations. */
export const recommendationResolvers: Resolvers = {
  Viewer: {
    recommendedActivities: async (_viewer, { languages, first }, { actor, now, read, loaders }) => {
      const size = first ?? firstDefault;
      if (size < 1 || size > firstMax) throw badInput(`first must lie between 1 and ${firstMax}.`);
      if ((languages?.length ?? 0) > firstMax) throw badInput(`languages must be at most ${firstMax}.`);
      if (memberOf(actor) === undefined) return null;
      const found = await listFor(actor, languages ?? [], { now, read });
      const activities = await Promise.all(
        (found ?? [])
          .slice(0, size)
          .map(async ({ id, reasons }) => ({ reasons, activity: await loaders.activities.load(id) })),
      );
      const items = activities.flatMap(({ activity, reasons }) =>
        activity === undefined ? [] : [{ activity, reasons }],
      );
      return { isOn: found !== undefined, items };
    },
  },
  Mutation: {
    changeRecommendations: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ChangeRecommendationsSuccess',
        await activities.changeRecommendations(actor, input),
        (choice) => choice,
      ),
  },
};

/** Everything to recommend; nothing at all for whoever wants none. */
async function listFor(
  actor: Actor,
  languages: readonly string[],
  { now, read: { recommendations } }: Pick<Context, 'now' | 'read'>,
): Promise<readonly Recommendation[] | undefined> {
  const memberId = memberOf(actor);
  if (memberId === undefined || actor.kind !== 'person' || !(await recommendations.isOn(memberId))) return undefined;
  const asked = { now, rules };
  const candidates = await recommendations.listCandidates(memberId, asked);
  const attended = await recommendations.listAttended(memberId, asked);
  return recommend(candidates, { groupIds: actor.groupIds, attended, languages }, asked);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
