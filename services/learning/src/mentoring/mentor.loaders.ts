import { memberOf, type Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { StudyRepositories } from '../wiring/study.js';
import type { MentorOffer, MentorOfferId } from './mentor-offer.js';
import { reasonsFor, suggestMentors, type MentorReason, type Seeker } from './mentor-reasons.js';
import type { MentorGoal, MentorMeeting, MentorPairId } from './mentor-pair.js';

/** An offer as one viewer sees it, with the topics they named. */
export type SeenOffer = { readonly offer: MentorOffer; readonly topics: readonly string[] };

/** The batching reads of mentoring, for one request. */
export function createMentorLoaders(actor: Actor, { mentorOffers, mentorWork }: StudyRepositories) {
  let seeking: Promise<Pick<Seeker, 'courses' | 'languages'>> | undefined;
  const readSeeker = async (topics: readonly string[]): Promise<Seeker> => {
    seeking ??= mentorOffers.readSeeker(actor);
    return { topics, ...(await seeking) };
  };
  return {
    mentorOffers: new DataLoader<MentorOfferId, MentorOffer | null>(async (ids) => {
      const byId = new Map((await mentorOffers.listVisible(actor, ids)).map((offer) => [offer.id, offer]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    mentorReasons: new DataLoader<SeenOffer, readonly MentorReason[]>(async (seen) => {
      if (memberOf(actor) === undefined) return seen.map(() => []);
      const same = await mentorOffers.listSameProgramme(
        actor,
        seen.map(({ offer }) => offer.memberId),
      );
      const seekers = await Promise.all(seen.map(({ topics }) => readSeeker(topics)));
      return seen.map(({ offer }, index) => {
        const seeker = seekers[index];
        const isOwn = offer.memberId === memberOf(actor);
        return seeker === undefined || isOwn
          ? []
          : reasonsFor({ offer, isSameProgramme: same.has(offer.memberId) }, seeker);
      });
    }),
    menteesNow: new DataLoader<MentorOfferId, number>(async (ids) => {
      const counts = await mentorOffers.countTaken(ids);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    mentorGoals: new DataLoader<MentorPairId, readonly MentorGoal[]>(async (ids) => {
      const byPair = Map.groupBy(await mentorWork.listGoals(ids), ({ pairId }) => pairId);
      return ids.map((id) => byPair.get(id) ?? []);
    }),
    mentorMeetings: new DataLoader<MentorPairId, readonly MentorMeeting[]>(async (ids) => {
      const byPair = Map.groupBy(await mentorWork.listMeetings(ids), ({ pairId }) => pairId);
      return ids.map((id) => byPair.get(id) ?? []);
    }),
    /** The mentors to suggest for topics; nothing for whoever is no member. */
    suggestMentors: async (topics: readonly string[]): Promise<readonly SeenOffer[]> => {
      if (memberOf(actor) === undefined) return [];
      const offers = await mentorOffers.listSuggestible(actor);
      const same = await mentorOffers.listSameProgramme(
        actor,
        offers.map(({ memberId }) => memberId),
      );
      const suited = offers.map((offer) => ({ offer, isSameProgramme: same.has(offer.memberId) }));
      const asked = topics.slice(0, topicsMax);
      return suggestMentors(suited, await readSeeker(asked)).map((offer) => ({ offer, topics: asked }));
    },
  };
}

const topicsMax = 10;
