import { memberOf, toId, type Actor, type IdSource } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ConversationId } from '../conversation/conversation.js';
import type { Deps } from '../deps.js';
import { createHelpCreditRepository, type HelpCreditRepository } from '../help-credit/help-credit.repository.js';
import { helpDeskResolvers } from '../help-desk/help-desk.resolvers.js';
import { HelpDisputeEntity } from '../help-dispute/help-dispute.entity.js';
import type { HelpDispute } from '../help-dispute/help-dispute.js';
import { createHelpDisputeRepository, type HelpDisputeRepository } from '../help-dispute/help-dispute.repository.js';
import { helpDisputeResolvers } from '../help-dispute/help-dispute.resolvers.js';
import { disputeHelp } from '../help-dispute/use-cases/dispute-help.js';
import { settleHelpDispute } from '../help-dispute/use-cases/settle-help-dispute.js';
import { helpInsightsResolvers } from '../help-insights/help-insights.resolvers.js';
import { HelpMatchEntity } from '../help-match/help-match.entity.js';
import type { HelpMatchId } from '../help-match/help-match.js';
import { createHelpMatchRepository, type HelpMatchRepository } from '../help-match/help-match.repository.js';
import { helpMatchResolvers } from '../help-match/help-match.resolvers.js';
import { agreeHelpMeeting } from '../help-match/use-cases/agree-help-meeting.js';
import { claimHelpDone } from '../help-match/use-cases/claim-help-done.js';
import { completeSilentHelp, confirmHelpDone } from '../help-match/use-cases/confirm-help-done.js';
import { proposeHelpMeeting } from '../help-match/use-cases/propose-help-meeting.js';
import { thankHelper } from '../help-match/use-cases/thank-helper.js';
import { unmatchHelp } from '../help-match/use-cases/unmatch-help.js';
import { HelpOfferEntity } from '../help-offer/help-offer.entity.js';
import type { HelpOffer } from '../help-offer/help-offer.js';
import { createHelpOfferRepository, type HelpOfferRepository } from '../help-offer/help-offer.repository.js';
import { helpOfferResolvers } from '../help-offer/help-offer.resolvers.js';
import { acceptHelpOffers } from '../help-offer/use-cases/accept-help-offers.js';
import { declineHelpOffer, withdrawHelpOffer } from '../help-offer/use-cases/change-help-offer.js';
import { offerHelp } from '../help-offer/use-cases/offer-help.js';
import { HelpRequestEntity } from '../help-request/help-request.entity.js';
import type { HelpRequestId } from '../help-request/help-request.js';
import { createHelpFactsLoader, createHelpRequestLoader } from '../help-request/help-request.loaders.js';
import { createHelpRequestRepository, type HelpRequestRepository } from '../help-request/help-request.repository.js';
import { helpRequestResolvers } from '../help-request/help-request.resolvers.js';
import { cancelHelpRequest } from '../help-request/use-cases/cancel-help-request.js';
import { draftHelpRequest } from '../help-request/use-cases/draft-help-request.js';
import { expireHelpRequest } from '../help-request/use-cases/expire-help-request.js';
import { postHelpRequest } from '../help-request/use-cases/post-help-request.js';
import { repostHelpRequest } from '../help-request/use-cases/repost-help-request.js';
import { reviseHelpRequest } from '../help-request/use-cases/revise-help-request.js';
import { createHelpSettingRepository, type HelpSettingRepository } from '../help-setting/help-setting.repository.js';
import { changeHelpSettings } from '../help-setting/use-cases/change-help-settings.js';
import { noteMinor } from '../help-setting/use-cases/note-minor.js';
import { StandingHelpOfferEntity } from '../help-standing/standing-help-offer.entity.js';
import type { StandingHelpOffer } from '../help-standing/standing-help-offer.js';
import {
  createStandingHelpOfferRepository,
  type StandingHelpOfferRepository,
} from '../help-standing/standing-help-offer.repository.js';
import { endStandingHelpOffer } from '../help-standing/use-cases/end-standing-help-offer.js';
import { standByToHelp } from '../help-standing/use-cases/stand-by-to-help.js';
import type { MemberId } from '../member/member.js';

/** The tables of mutual help that are read as entities. */
export const helpEntities = [
  HelpRequestEntity,
  HelpOfferEntity,
  HelpMatchEntity,
  HelpDisputeEntity,
  StandingHelpOfferEntity,
];

/** The repositories of mutual help. */
export type HelpRepositories = {
  readonly helpRequests: HelpRequestRepository;
  readonly helpOffers: HelpOfferRepository;
  readonly helpMatches: HelpMatchRepository;
  readonly helpDisputes: HelpDisputeRepository;
  readonly helpCredits: HelpCreditRepository;
  readonly helpSettings: HelpSettingRepository;
  readonly standingHelpOffers: StandingHelpOfferRepository;
};

/** These repositories over one connection or transaction. */
export function createHelpRepositories(manager: EntityManager, ids: IdSource): HelpRepositories {
  return {
    helpRequests: createHelpRequestRepository(manager),
    helpOffers: createHelpOfferRepository(manager),
    helpMatches: createHelpMatchRepository(manager),
    helpDisputes: createHelpDisputeRepository(manager),
    helpCredits: createHelpCreditRepository(manager, ids),
    helpSettings: createHelpSettingRepository(manager),
    standingHelpOffers: createStandingHelpOfferRepository(manager),
  };
}

/** The loaders of mutual help, for one request. */
export function createHelpLoaders(actor: Actor, now: Date, repositories: HelpRepositories) {
  const { helpRequests, helpOffers, helpMatches, helpDisputes, helpSettings, standingHelpOffers } = repositories;
  return {
    requests: createHelpRequestLoader(actor, now, helpRequests),
    facts: createHelpFactsLoader(actor, helpRequests),
    /** The offers that wait for the actor. */
    offers: new DataLoader<HelpRequestId, readonly HelpOffer[]>(async (ids) => {
      const byRequest = Map.groupBy(await helpOffers.listWaiting(actor, ids), ({ requestId }) => requestId);
      return ids.map((id) => byRequest.get(id) ?? []);
    }),
    /** How members want to be reached; resolvers ask only for those whom a match opens. */
    contacts: new DataLoader<MemberId, string | undefined>(async (ids) => {
      const lines = await helpSettings.listContacts(memberOf(actor), ids);
      return ids.map((id) => lines.get(id));
    }),
    thanks: new DataLoader<MemberId, number | undefined>(async (ids) => {
      const counts = await helpMatches.countThanks(ids);
      return ids.map((id) => counts.get(id));
    }),
    conversationIds: new DataLoader<HelpMatchId, ConversationId | undefined>(async (ids) => {
      const found = await helpMatches.listConversationIds(ids);
      return ids.map((id) => found.get(id));
    }),
    disputes: new DataLoader<HelpRequestId, HelpDispute | undefined>(async (ids) => {
      const byRequest = new Map((await helpDisputes.listOf(ids)).map((dispute) => [dispute.requestId, dispute]));
      return ids.map((id) => byRequest.get(id));
    }),
    /** The standing offers of the actor, under their own id. */
    standing: new DataLoader<MemberId, readonly StandingHelpOffer[]>((ids) =>
      Promise.all(ids.map(async (id) => (id === memberOf(actor) ? standingHelpOffers.listOwn(id) : []))),
    ),
  };
}

/** The mutations of mutual help. */
export const helpUseCases = {
  acceptHelpOffers,
  agreeHelpMeeting,
  cancelHelpRequest,
  changeHelpSettings,
  claimHelpDone,
  confirmHelpDone,
  declineHelpOffer,
  disputeHelp,
  draftHelpRequest,
  endStandingHelpOffer,
  noteMinor,
  offerHelp,
  postHelpRequest,
  proposeHelpMeeting,
  repostHelpRequest,
  reviseHelpRequest,
  settleHelpDispute,
  standByToHelp,
  thankHelper,
  unmatchHelp,
  withdrawHelpOffer,
};

/** The resolvers of mutual help. */
export const helpResolvers = mergeResolvers([
  helpRequestResolvers,
  helpOfferResolvers,
  helpMatchResolvers,
  helpDisputeResolvers,
  helpDeskResolvers,
  helpInsightsResolvers,
]);

const payload = z.object({ requestId: z.string() });

/** The timed decisions of mutual help. */
export function createHelpTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    'expire-help-request': async (stored) => {
      requireDone(await expireHelpRequest(deps, { requestId: toId(payload.parse(stored).requestId) }));
    },
    'complete-silent-help': async (stored) => {
      requireDone(await completeSilentHelp(deps, { requestId: toId(payload.parse(stored).requestId) }));
    },
  };
}
