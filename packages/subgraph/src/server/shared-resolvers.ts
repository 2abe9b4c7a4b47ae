import { deadLetterDays } from '@guildhall/events';
import { actorKey, memberOf, type Actor, type SharedError } from '@guildhall/kernel';
import { GraphQLError } from 'graphql';
import { deadLetterActions, deadLetterPolicy } from '../operations/dead-letter.policy.js';
import type { DeadLetterModel, DeadLetters } from '../operations/dead-letters.js';
import { academicYear, type AcademicYear } from './academic-year.js';
import { scalarResolvers } from './scalars.js';

/** What every resolver of every service can rely on for one request. */
export type BaseContext = {
  readonly actor: Actor;
  readonly requestId: string;
  /** The instant of the request; all decisions of one request share it. */
  readonly now: Date;
  readonly campusZone: string;
  /** The events that this service could not apply. */
  readonly deadLetters: DeadLetters;
};

/** What stands behind the GraphQL type `Viewer`: only ever the caller. */
export type ViewerModel = { readonly subject: string };

/** What stands behind the GraphQL type `Insights`: a year, and the threshold the viewer's role must respect. */
export type InsightsModel = { readonly academicYear: number; readonly threshold: number; readonly year: AcademicYear };

/** What stands behind the GraphQL type `Operations`. */
export type OperationsModel = { readonly deadLetterDays: number };

/** The threshold for the actor, or nothing when the actor may not see aggregates of this service. */
export type InsightsThreshold = (actor: Actor) => number | undefined;

const yearMin = 2000;
const yearMax = 2100;

/**
 * Resolvers of the types in `shared.graphql`, the same in every service. A service says only which actors may see its
 * aggregates and from how many people on.
 */
export function sharedResolvers(threshold: InsightsThreshold) {
  const viewer = ({ actor }: BaseContext): ViewerModel => ({ subject: actorKey(actor) });
  return {
    ...scalarResolvers,
    Query: {
      viewer: (_root: unknown, _args: unknown, context: BaseContext) => viewer(context),
      insights: (_root: unknown, args: { academicYear?: number | null }, { actor, now, campusZone }: BaseContext) => {
        const k = threshold(actor);
        if (k === undefined) return null;
        const startsIn = args.academicYear ?? undefined;
        if (startsIn !== undefined && (startsIn < yearMin || startsIn > yearMax)) throw yearOutOfRange();
        const year = academicYear(startsIn, now, campusZone);
        return { academicYear: year.startsIn, threshold: k, year } satisfies InsightsModel;
      },
      operations: (_root: unknown, _args: unknown, { actor }: BaseContext): OperationsModel | null =>
        deadLetterPolicy.canSee(actor) ? { deadLetterDays } : null,
    },
    Viewer: {
      // A reference is a second front door: anybody may name a subject, only the caller is answered.
      __resolveReference: (reference: ViewerModel, context: BaseContext) =>
        reference.subject === viewer(context).subject ? viewer(context) : null,
      member: (_viewer: ViewerModel, _args: unknown, { actor }: BaseContext) => {
        const id = memberOf(actor);
        return id === undefined ? null : { __typename: 'Member', id };
      },
    },
    DeadLetter: deadLetterFields,
    UserError: { __resolveType: (error: SharedError) => error.__typename },
  };
}

const deadLetterFields = {
  event: ({ letter }: DeadLetterModel) => letter.name,
  aggregate: ({ letter }: DeadLetterModel) => letter.aggregate,
  subject: ({ letter }: DeadLetterModel) => letter.aggregateId,
  source: ({ letter }: DeadLetterModel) => letter.source,
  attempts: ({ letter }: DeadLetterModel) => letter.attempts,
  diedAt: ({ letter }: DeadLetterModel) => letter.deadAt,
  failure: ({ letter }: DeadLetterModel) => letter.failure ?? null,
  waiting: ({ letter }: DeadLetterModel) => letter.waiting,
  viewerActions: (_letter: DeadLetterModel, _args: unknown, { actor }: BaseContext) =>
    deadLetterActions.filter((action) => deadLetterPolicy.can(actor, action)),
};

function yearOutOfRange(): GraphQLError {
  return new GraphQLError(`academicYear must lie between ${yearMin} and ${yearMax}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
