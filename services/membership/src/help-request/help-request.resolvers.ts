import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, requestError, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { HelpRequestFilter, Resolvers, DraftHelpRequestInput } from '../generated/graphql.js';
import { partiesOf } from '../help-match/help-match.js';
import { meetingPlaces, silenceMs } from './help-limits.js';
import type { BoardFilter } from './board-filter.js';
import { helpKinds } from './help-ask.js';
import {
  helpLifecycle,
  helpViewerActions,
  type HelpAction,
  type HelpRequest,
  type HelpViewerAction,
} from './help-request.js';
import { helpPolicy } from './help-request.policy.js';

const factsOf = ({ loaders }: Context, request: HelpRequest) => loaders.help.facts.load(request);

const isViewerAction = (action: HelpAction): action is HelpViewerAction =>
  (helpViewerActions as readonly HelpAction[]).includes(action);

/** What takes part of the request itself; offers, matches and disputes add their own. */
export const helpRequestResolvers: Resolvers = {
  Query: {
    helpRequest: async (_root, { id }, { loaders }) => (await loaders.help.requests.load(toId(id))) ?? null,
    helpRequests: (_root, { filter, ...page }, { actor, now, read }) =>
      read.helpRequests.pageBoard(actor, toFilter(filter), { ...readPageRequest(page, ['instant', 'id']), now }),
  },
  Mutation: {
    draftHelpRequest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DraftHelpRequestSuccess',
        await membership.draftHelpRequest(actor, { ...toAsk(input), idempotencyKey: input.idempotencyKey }),
        (request) => ({ request }),
      ),
    reviseHelpRequest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReviseHelpRequestSuccess',
        await membership.reviseHelpRequest(actor, { ...toAsk(input), requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
    postHelpRequest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'PostHelpRequestSuccess',
        await membership.postHelpRequest(actor, { requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
    repostHelpRequest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RepostHelpRequestSuccess',
        await membership.repostHelpRequest(actor, { ...input, requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
    cancelHelpRequest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'CancelHelpRequestSuccess',
        await membership.cancelHelpRequest(actor, { ...input, requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
  },
  HelpRequest: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.help.requests.load(toId(id))) ?? null,
    requester: async ({ requesterId }, _args, { loaders }) => (await loaders.members.load(requesterId)) ?? null,
    status: async (request, _args, context) => helpPolicy.shownStatus(context.actor, await factsOf(context, request)),
    statusReason: async (request, _args, context) =>
      helpPolicy.canSeeReason(context.actor, await factsOf(context, request)) ? (request.statusReason ?? null) : null,
    meeting: async (request, _args, context) => {
      const facts = await factsOf(context, request);
      const { meetingPlace: place, meetingAt: at, meetingAgreedBy } = request;
      if (place === undefined || at === undefined || !helpPolicy.canSeeCourse(context.actor, facts)) return null;
      return {
        place,
        at,
        awaiting: partiesOf(facts).filter((id) => !meetingAgreedBy.includes(id)).length,
        agreedByViewer: meetingAgreedBy.some((id) => isMember(context.actor, id)),
      };
    },
    suggestedPlaces: async (request, _args, context) => {
      const facts = await factsOf(context, request);
      return helpPolicy.can(context.actor, 'PROPOSE_MEETING', facts) ? [...meetingPlaces] : [];
    },
    doneClaim: async (request, _args, context) => {
      const { doneBy, doneAt } = request;
      if (doneBy === undefined || doneAt === undefined) return null;
      if (!helpPolicy.canSeeCourse(context.actor, await factsOf(context, request))) return null;
      const by = (await context.loaders.members.load(doneBy)) ?? null;
      return { by, at: doneAt, countsFrom: new Date(doneAt.getTime() + silenceMs) };
    },
    completedAt: async (request, _args, context) =>
      helpPolicy.canSeeCourse(context.actor, await factsOf(context, request)) ? (request.completedAt ?? null) : null,
    repostedAs: async ({ requesterId, repostedAsId }, _args, { actor, loaders }) =>
      repostedAsId === undefined || !isMember(actor, requesterId)
        ? null
        : ((await loaders.help.requests.load(repostedAsId)) ?? null),
    viewerActions: async (request, _args, context) => {
      const facts = await factsOf(context, request);
      const can = (action: HelpAction) => helpPolicy.can(context.actor, action, facts);
      return viewerActions(helpLifecycle, facts, context.now, can).filter(isViewerAction);
    },
  },
};

function toAsk(input: Omit<DraftHelpRequestInput, 'idempotencyKey'>) {
  return {
    kind: input.kind,
    title: input.title,
    words: input.words,
    language: input.language,
    place: input.place ?? undefined,
    windowFrom: input.windowFrom ?? undefined,
    windowTo: input.windowTo ?? undefined,
    helpersWanted: input.helpersWanted ?? 1,
    credits: input.credits ?? 0,
    deadline: input.deadline,
    isOwnWork: input.isOwnWork ?? false,
  };
}

function toFilter(asked: HelpRequestFilter | null | undefined): BoardFilter {
  const { kinds, language, from, to, nearMyGroups } = asked ?? {};
  if (kinds && kinds.length > helpKinds.length) throw requestError('BAD_USER_INPUT', 'kinds lists at most 8.');
  return { kinds, language, from, to, nearMyGroups: nearMyGroups === true };
}
