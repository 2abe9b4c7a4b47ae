import { isMember, registeredMemberOf, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Activity } from '../activity/activity.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { registrationLifecycle } from '../registration/registration-lifecycle.js';
import type { Registration } from '../registration/registration.js';
import { currentStrikeRules, strikeStepOf, type StrikeKind } from './strike-rules.js';
import { counts, isLateForNobody, strikeAhead, strikeLifecycle } from './strike.js';
import { strikePolicy } from './strike.policy.js';

/** Resolvers of the noun Strike, and of the warnings before one. */
export const strikeResolvers: Resolvers = {
  Query: {
    strikeAppeals: (_root, page, { actor, read }) =>
      read.strikes.pageAppeals(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    appealStrike: async (_root, { input: { strikeId, words } }, { actor, activities }) =>
      toResult(
        'AppealStrikeSuccess',
        await activities.appealStrike(actor, { strikeId: toId(strikeId), words }),
        (strike) => ({ strike }),
      ),
    decideStrikeAppeal: async (_root, { input: { strikeId, ...input } }, { actor, activities }) =>
      toResult(
        'DecideStrikeAppealSuccess',
        await activities.decideStrikeAppeal(actor, { ...input, strikeId: toId(strikeId) }),
        (strike) => ({ strike }),
      ),
  },
  Viewer: {
    strikes: (_viewer, page, { actor, read }) => read.strikes.pageOwn(actor, readPageRequest(page, ['instant', 'id'])),
    strikeStanding: async (_viewer, _args, { actor, loaders, now, read }) => {
      const memberId = registeredMemberOf(actor);
      if (memberId === undefined) return null;
      const weight = await loaders.strikeWeights.load(memberId);
      const until = await read.strikes.findOwnEnd(actor, now);
      return { weight, ...strikeStepOf(weight), until: until ?? null, steps: [...currentStrikeRules.steps] };
    },
    decidesStrikeAppeals: (_viewer, _args, { actor }) => strikePolicy.canDecideAny(actor),
  },
  Registration: {
    strikeIfCancelledNow: async (registration, _args, context) => {
      const { actor, loaders, now } = context;
      if (registration.status !== 'CONFIRMED' || !isMember(actor, registration.memberId)) return null;
      const activity = await activityOf(registration, context);
      const { taken, waiting } = await loaders.seats.load(activity.id);
      const isPossible = registrationLifecycle.can('CANCEL', { registration, activity }, now);
      return isPossible && isLateForNobody(activity, { taken: taken - 1, waiting }, now)
        ? ahead('LATE_CANCEL', registration, now, context)
        : null;
    },
    strikeIfMissed: async (registration, _args, context) => {
      if (registration.status !== 'CONFIRMED' || !isMember(context.actor, registration.memberId)) return null;
      const { endsAt, status } = await activityOf(registration, context);
      return status === 'PUBLISHED' ? ahead('NO_SHOW', registration, endsAt, context) : null;
    },
  },
  Strike: {
    activity: (strike, _args, context) => activityOf(strike, context),
    member: ({ memberId }) => ({ id: memberId }),
    counts: (strike, _args, { now }) => counts(strike, now),
    words: ({ words }) => words ?? null,
    appealedAt: ({ appealedAt }) => appealedAt ?? null,
    reasons: ({ reasons }) => reasons ?? null,
    decidedAt: ({ decidedAt }) => decidedAt ?? null,
    viewerActions: async (strike, _args, context) => {
      const facts = { strike, activity: await activityOf(strike, context) };
      return viewerActions(strikeLifecycle, strike, context.now, (action) =>
        strikePolicy.can(context.actor, action, facts),
      );
    },
  },
};

type Dated = Pick<Registration, 'activityId'>;

/** Whoever sees a strike or a place sees its activity: they are only ever made for what was published. */
async function activityOf({ activityId }: Dated, { loaders }: Pick<Context, 'loaders'>): Promise<Activity> {
  const activity = await loaders.activities.load(activityId);
  if (activity === undefined) throw new Error('a strike names an activity that was published');
  return activity;
}

/** What a strike of the kind would be, and do together with those there are. */
async function ahead(
  kind: StrikeKind,
  { memberId }: Registration,
  at: Date,
  { loaders, campusZone }: Pick<Context, 'loaders' | 'campusZone'>,
) {
  const strike = strikeAhead(kind, at, campusZone);
  return { ...strike, ...strikeStepOf(strike.weight + (await loaders.strikeWeights.load(memberId))) };
}
