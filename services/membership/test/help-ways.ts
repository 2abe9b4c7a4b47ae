import { newKey, type HelpFixture } from './help-fixture.js';

/** The ids that the ways below name, once they are made. */
export type HelpIds = {
  kidId: string;
  draftId: string;
  dearDraftId: string;
  kidDraftId: string;
  openId: string;
  heldId: string;
  matchedId: string;
  arrangedId: string;
  claimedId: string;
  disputedId: string;
  expiredId: string;
  expiredDearId: string;
  offerId: string;
  otherOfferId: string;
  withdrawnOfferId: string;
  heldOfferId: string;
  matchId: string;
  claimedMatchId: string;
  completedMatchId: string;
};

/** The mutations of mutual help; each of their expected failures is reached in `help-outcomes.int.test.ts`. */
export const helpMutationNames = [
  'draftHelpRequest',
  'reviseHelpRequest',
  'postHelpRequest',
  'repostHelpRequest',
  'cancelHelpRequest',
  'offerHelp',
  'withdrawHelpOffer',
  'declineHelpOffer',
  'acceptHelpOffers',
  'proposeHelpMeeting',
  'agreeHelpMeeting',
  'unmatchHelp',
  'claimHelpDone',
  'confirmHelpDone',
  'disputeHelp',
  'settleHelpDispute',
  'thankHelper',
  'standByToHelp',
  'endStandingHelpOffer',
  'changeHelpSettings',
  'noteMinor',
] as const;

type Way = { readonly subject: string | undefined; readonly input: () => object };
type Ways = Readonly<Record<string, Way>>;
type Name = (typeof helpMutationNames)[number];

const missing = '018f0000-0000-7000-8000-000000000000';
const ghostWriting = 'I will write your essay for you.';

const way = (subject: string | undefined, input: () => object): Way => ({ subject, input });
const keyed = (more: object = {}): object => ({ ...more, idempotencyKey: newKey() });

/** What each expected failure is reached by; none of them changes anything, so their order does not matter. */
export function helpWays(known: HelpIds, help: () => HelpFixture): Readonly<Record<Name, Ways>> {
  return {
    ...requestWays(known, help),
    ...offerWays(known),
    ...meetingWays(known, help),
    ...outcomeWays(known),
    ...deskWays(known, help),
  };
}

/** What a step about a request can meet: no such request, one of somebody else's, and one that stands elsewhere. */
function onRequest(known: HelpIds, more: () => object, illegal: () => object = () => ({ requestId: known.openId })) {
  return {
    NotFoundError: way('ada', () => ({ ...more(), requestId: missing })),
    NotAllowedError: way('mo', () => ({ ...more(), requestId: known.openId })),
    IllegalTransitionError: way('ada', () => ({ ...more(), ...illegal() })),
  };
}

function requestWays(known: HelpIds, help: () => HelpFixture) {
  const ask = (changes: object = {}) => {
    const { idempotencyKey: _key, ...asked } = help().ask(changes);
    return asked;
  };
  const draft = (more: object) => () => ({ ...ask(more), requestId: known.draftId });
  const onDone = () => ({ requestId: known.claimedId });
  return {
    draftHelpRequest: {
      ValidationError: way('ada', () => help().ask({ title: 'a' })),
      NotAllowedError: way(undefined, () => help().ask()),
      AssessedWorkError: way('ada', () => help().ask({ words: ghostWriting })),
    },
    reviseHelpRequest: {
      ...onRequest(known, ask),
      ValidationError: way('ada', draft({ title: 'a' })),
      AssessedWorkError: way('ada', draft({ words: ghostWriting })),
    },
    postHelpRequest: {
      ...onRequest(known, () => ({})),
      ValidationError: way('kid', () => ({ requestId: known.kidDraftId })),
      LimitReachedError: way('poor', () => ({ requestId: known.dearDraftId })),
    },
    repostHelpRequest: {
      ...onRequest(known, keyed),
      ValidationError: way('kid', () => keyed({ requestId: known.expiredId })),
      LimitReachedError: way('poor', () => keyed({ requestId: known.expiredDearId })),
    },
    cancelHelpRequest: {
      ...onRequest(known, () => ({ reason: 'Found it.' }), onDone),
      ValidationError: way('ada', () => ({ requestId: known.openId, reason: ' ' })),
    },
  };
}

function offerWays(known: HelpIds) {
  const offer = (changes: object = {}) => keyed({ requestId: known.openId, words: 'I can help.', ...changes });
  const accept = (offerIds: () => readonly string[], requestId = () => known.openId) => {
    return () => keyed({ requestId: requestId(), offerIds: offerIds() });
  };
  const onWaiting = () => ({ offerId: known.offerId });
  return {
    offerHelp: {
      ValidationError: way('eve', () => offer({ words: ' ' })),
      NotFoundError: way('eve', () => offer({ requestId: missing })),
      NotAllowedError: way('ada', () => offer()),
      IllegalTransitionError: way('mo', () => offer()),
      LimitReachedError: way('keen', () => offer()),
      AssessedWorkError: way('eve', () => offer({ words: ghostWriting })),
    },
    withdrawHelpOffer: {
      NotFoundError: way('eve', onWaiting),
      NotAllowedError: way('ada', onWaiting),
      IllegalTransitionError: way('eve', () => ({ offerId: known.withdrawnOfferId })),
    },
    declineHelpOffer: { NotFoundError: way('eve', onWaiting), NotAllowedError: way('mo', onWaiting) },
    acceptHelpOffers: {
      ValidationError: way(
        'ada',
        accept(() => []),
      ),
      NotFoundError: way(
        'ada',
        accept(() => [missing]),
      ),
      NotAllowedError: way(
        'mo',
        accept(() => [known.offerId]),
      ),
      IllegalTransitionError: way(
        'ada',
        accept(
          () => [known.heldOfferId],
          () => known.heldId,
        ),
      ),
      LimitReachedError: way(
        'ada',
        accept(() => [known.offerId, known.otherOfferId]),
      ),
    },
  };
}

function meetingWays(known: HelpIds, help: () => HelpFixture) {
  const meeting = () => ({ place: 'The union café', at: help().inDays(2) });
  return {
    proposeHelpMeeting: {
      ...onRequest(known, meeting),
      ValidationError: way('ada', () => ({ ...meeting(), requestId: known.matchedId, at: help().inDays(-1) })),
    },
    agreeHelpMeeting: {
      ...onRequest(known, meeting),
      // Not the place that was proposed.
      ConflictError: way('mo', () => ({ ...meeting(), requestId: known.matchedId })),
    },
    unmatchHelp: {
      NotFoundError: way('ada', () => ({ matchId: missing })),
      NotAllowedError: way('eve', () => ({ matchId: known.matchId })),
      IllegalTransitionError: way('ada', () => ({ matchId: known.claimedMatchId })),
    },
  };
}

function outcomeWays(known: HelpIds) {
  const onArranged = () => ({ requestId: known.arrangedId });
  const dispute = () => keyed({ words: 'It was not like that.' });
  const settle = (more: object) => ({ decision: 'COMPLETED', reason: 'Both said that they met.', ...more });
  const thank = (more: object) => ({ words: 'It is clear as day now.', ...more });
  return {
    claimHelpDone: onRequest(known, () => ({})),
    confirmHelpDone: onRequest(known, keyed, onArranged),
    disputeHelp: {
      ...onRequest(known, dispute, onArranged),
      ValidationError: way('mo', () => keyed({ requestId: known.claimedId, words: 'no' })),
    },
    settleHelpDispute: {
      ...onRequest(known, () => settle({})),
      IllegalTransitionError: way('uma', () => settle({ requestId: known.openId })),
      ValidationError: way('uma', () => settle({ requestId: known.disputedId, reason: 'ok' })),
    },
    thankHelper: {
      ValidationError: way('ada', () => thank({ matchId: known.completedMatchId, words: ' ' })),
      NotFoundError: way('ada', () => thank({ matchId: missing })),
      NotAllowedError: way('mo', () => thank({ matchId: known.completedMatchId })),
      IllegalTransitionError: way('ada', () => thank({ matchId: known.claimedMatchId })),
    },
  };
}

function deskWays(known: HelpIds, help: () => HelpFixture) {
  const standing = (changes: object = {}) => keyed({ ...standingOffer(help()), ...changes });
  const minor = (days: number, memberId = known.kidId) => ({ memberId, until: help().inDays(days) });
  return {
    standByToHelp: {
      ValidationError: way('ada', () => standing({ languages: [] })),
      NotAllowedError: way(undefined, () => standing()),
      LimitReachedError: way('busy', () => standing()),
      AssessedWorkError: way('ada', () => standing({ title: ghostWriting })),
    },
    endStandingHelpOffer: { NotFoundError: way('ada', () => ({ offerId: missing })) },
    changeHelpSettings: {
      ValidationError: way('ada', () => ({ contactLine: 'x'.repeat(121) })),
      NotAllowedError: way(undefined, () => ({ contactLine: 'Room 12' })),
    },
    noteMinor: {
      ValidationError: way('sys', () => minor(3000)),
      NotFoundError: way('sys', () => minor(200, missing)),
      NotAllowedError: way('uma', () => minor(200)),
    },
  };
}

/** What somebody offers to whoever asks, without a key. */
export const standingOffer = (help: HelpFixture): object => ({
  kind: 'EXPLAIN_TOPIC',
  title: 'I can explain statistics',
  languages: ['en'],
  until: help.inDays(30),
});
