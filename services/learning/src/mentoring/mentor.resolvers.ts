import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { mentorOfferLifecycle, type MentorOffer } from './mentor-offer.js';
import { mentorPairLifecycle, type MentorPair } from './mentor-pair.js';
import { mentorOfferPolicy, mentorPairPolicy, seenStatus } from './mentor-pair.policy.js';
import type { SeenOffer } from './mentor.loaders.js';

const page = ['instant', 'id'] as const;
const seen = (offer: MentorOffer): SeenOffer => ({ offer, topics: [] });
const ofOffer = (offer: MentorOffer) => ({ mentorOffer: seen(offer) });

/** What is read of mentoring, and what is done with offers. */
export const mentorResolvers: Resolvers = {
  Query: {
    mentorOffers: async (_root, { filter, ...args }, { actor, read }) => {
      const { search, language } = filter ?? {};
      const narrowed = { search: search ?? undefined, language: language ?? undefined };
      const { edges, pageInfo } = await read.mentorOffers.page(actor, readPageRequest(args, page), narrowed);
      return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: seen(node) })) };
    },
  },
  Viewer: {
    mentorOffer: async (_viewer, _args, { actor, read }) => {
      const own = await read.mentorOffers.findOwn(actor);
      return own === null ? null : seen(own);
    },
    mentorSuggestions: (_viewer, { topics }, { loaders }) => loaders.suggestMentors(topics ?? []),
    mentorPair: (_viewer, { id }, { actor, read, now }) => read.mentorPairs.findVisible(actor, toId(id), now),
    mentorPairs: (_viewer, args, { actor, read, now }) =>
      read.mentorPairs.pageOwn(actor, now, readPageRequest(args, page)),
  },
  Mutation: {
    offerMentoring: async (_root, { input }, { actor, learning }) =>
      toResult('OfferMentoringSuccess', await learning.offerMentoring(actor, input), ofOffer),
    pauseMentoring: async (_root, { input }, { actor, learning }) =>
      toResult(
        'PauseMentoringSuccess',
        await learning.pauseMentoring(actor, { offerId: toId(input.offerId) }),
        ofOffer,
      ),
    resumeMentoring: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ResumeMentoringSuccess',
        await learning.resumeMentoring(actor, { offerId: toId(input.offerId) }),
        ofOffer,
      ),
    withdrawMentoring: async (_root, { input }, { actor, learning }) =>
      toResult(
        'WithdrawMentoringSuccess',
        await learning.withdrawMentoring(actor, { offerId: toId(input.offerId) }),
        ofOffer,
      ),
  },
  MentorOffer: {
    __resolveReference: async ({ id }, { loaders }) => {
      const offer = await loaders.mentorOffers.load(toId(id));
      return offer === null ? null : seen(offer);
    },
    id: ({ offer }) => offer.id,
    mentor: ({ offer }) => ({ id: offer.memberId }),
    topics: ({ offer }) => offer.topics,
    courses: ({ offer }) => offer.courses,
    languages: ({ offer }) => offer.languages,
    about: ({ offer }) => offer.about,
    status: ({ offer }) => offer.status,
    menteesMax: ({ offer }, _args, { actor }) => (mentorOfferPolicy.isOffering(actor, offer) ? offer.menteesMax : null),
    menteesNow: ({ offer }, _args, { actor, loaders }) =>
      mentorOfferPolicy.isOffering(actor, offer) ? loaders.menteesNow.load(offer.id) : null,
    reasons: (seenOffer, _args, { loaders }) => loaders.mentorReasons.load(seenOffer),
    viewerActions: ({ offer }, _args, { actor, now }) =>
      viewerActions(mentorOfferLifecycle, offer, now, (action) => mentorOfferPolicy.can(actor, action, offer)),
  },
  MentorPair: {
    mentor: ({ mentorId }) => ({ id: mentorId }),
    mentee: ({ menteeId }) => ({ id: menteeId }),
    isViewerMentor: ({ mentorId }, _args, { actor }) => isMember(actor, mentorId),
    status: (pair) => seenStatus(pair),
    answerUntil: (pair) => (isAnswered(pair) ? null : pair.answerUntil),
    startedAt: ({ startedAt }) => startedAt ?? null,
    endedAt: ({ endedAt }) => endedAt ?? null,
    goals: ({ id }, _args, { loaders }) => loaders.mentorGoals.load(id),
    meetings: ({ id }, _args, { loaders }) => loaders.mentorMeetings.load(id),
    viewerActions: (pair, _args, { actor, now }) =>
      viewerActions(mentorPairLifecycle, pair, now, (action) => mentorPairPolicy.can(actor, action, pair)).flatMap(
        (action) => (action === 'LAPSE' ? [] : [action]),
      ),
  },
};

function isAnswered({ status }: MentorPair): boolean {
  return status === 'ACTIVE' || status === 'ENDED';
}
