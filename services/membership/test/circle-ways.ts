import { missing } from './talk.js';

/**
 * What the ways below need to stand already. Ada, rosa and mo are in a circle that met and has as many meetings ahead as
 * it can; omar has not answered it. Ben is in a circle that never met.
 */
export type CircleIds = {
  metId: string;
  formedId: string;
  meetingId: string;
  activityId: string;
  /** Between ada and rosa. */
  openId: string;
  /** Between ada and mo, who are not connected any more. */
  closedId: string;
  /** Both ada's. */
  messageId: string;
  deletedId: string;
  strangerId: string;
};

/** The mutations about circles, company and conversations; each of their expected failures is reached in `circle-outcomes.int.test.ts`. */
export const circleMutationNames = [
  'wishForCircle',
  'withdrawCircleWish',
  'acceptCircle',
  'declineCircle',
  'leaveCircle',
  'planCircleMeeting',
  'cancelCircleMeeting',
  'proposeCircleGroup',
  'agreeToCircleGroup',
  'askForCompany',
  'withdrawCompanyAsk',
  'openConversation',
  'sendMessage',
  'deleteMessage',
  'readConversation',
  'changeConversationSettings',
  'hideConversation',
] as const;

type Name = (typeof circleMutationNames)[number];
type Way = { readonly subject: string | undefined; readonly input: () => object };
type Ways<Of extends Name> = Readonly<Record<Of, Readonly<Record<string, Way>>>>;

/** What can be said in the group that the circle drafted, whose name another group has. */
export const draft = { name: 'Friday chess', kind: 'CLUB', purpose: 'To play chess on Friday afternoons.' };

/** A wish that the profiles of all allow. */
export const wish = { interests: ['Chess'], languages: ['en'], halfDays: ['FRIDAY_AFTERNOON'], sizeMax: 6 };

const way = (subject: string | undefined, input: () => object): Way => ({ subject, input });

/** What each expected failure is reached by; none of them changes anything. */
export function circleWays(known: CircleIds): Ways<Name> {
  return { ...waysIntoCircles(known), ...waysInCircles(known), ...companyWays(known), ...conversationWays(known) };
}

function waysIntoCircles(
  known: CircleIds,
): Ways<'wishForCircle' | 'withdrawCircleWish' | 'acceptCircle' | 'declineCircle' | 'leaveCircle'> {
  const noCircle = way('ada', () => ({ circleId: missing }));
  const answered = way('ada', () => ({ circleId: known.metId }));
  return {
    wishForCircle: {
      ValidationError: way('ada', () => ({ ...wish, sizeMax: 7 })),
      NotAllowedError: way(undefined, () => wish),
    },
    withdrawCircleWish: { NotAllowedError: way(undefined, () => ({})) },
    acceptCircle: { NotFoundError: noCircle, IllegalTransitionError: answered },
    declineCircle: { NotFoundError: noCircle, IllegalTransitionError: answered },
    leaveCircle: {
      NotFoundError: way('ben', () => ({ circleId: known.metId })),
      IllegalTransitionError: way('omar', () => ({ circleId: known.metId })),
    },
  };
}

function waysInCircles(
  known: CircleIds,
): Ways<'planCircleMeeting' | 'cancelCircleMeeting' | 'proposeCircleGroup' | 'agreeToCircleGroup'> {
  const meeting = (idempotencyKey: string, changes: object = {}) => ({
    circleId: known.metId,
    meetsAt: '2026-10-09T14:00:00.000Z',
    place: 'The union café',
    idempotencyKey,
    ...changes,
  });
  return {
    planCircleMeeting: {
      ValidationError: way('ben', () => meeting('no place', { circleId: known.formedId, place: ' ' })),
      NotFoundError: way('ben', () => meeting('not mine')),
      IllegalTransitionError: way('omar', () => meeting('not accepted')),
      LimitReachedError: way('ada', () => meeting('one more')),
      ConflictError: way('ada', () => meeting('plan-0', { place: 'The main gate' })),
    },
    cancelCircleMeeting: {
      NotFoundError: way('ada', () => ({ circleId: known.metId, meetingId: missing })),
      IllegalTransitionError: way('omar', () => ({ circleId: known.metId, meetingId: known.meetingId })),
    },
    proposeCircleGroup: {
      ValidationError: way('ada', () => ({ ...draft, circleId: known.metId, name: 'x' })),
      NotFoundError: way('ben', () => ({ ...draft, circleId: known.metId })),
      IllegalTransitionError: way('ben', () => ({ ...draft, circleId: known.formedId })),
    },
    agreeToCircleGroup: {
      NotFoundError: way('ben', () => ({ circleId: known.metId })),
      IllegalTransitionError: way('ada', () => ({ circleId: known.metId })),
      ConflictError: way('mo', () => ({ circleId: known.metId })),
    },
  };
}

function companyWays(known: CircleIds): Ways<'askForCompany' | 'withdrawCompanyAsk'> {
  const ask = (idempotencyKey: string, changes: object = {}) => ({
    activityId: known.activityId,
    sizeMax: 2,
    idempotencyKey,
    ...changes,
  });
  return {
    askForCompany: {
      ValidationError: way('rosa', () => ask('too many', { sizeMax: 5 })),
      NotFoundError: way('rosa', () => ask('nowhere', { activityId: missing })),
      NotAllowedError: way(undefined, () => ask('nobody')),
      IllegalTransitionError: way('ada', () => ask('again')),
      ConflictError: way('ada', () => ask('asked', { sizeMax: 3 })),
    },
    withdrawCompanyAsk: {
      NotFoundError: way('ada', () => ({ activityId: missing })),
      NotAllowedError: way(undefined, () => ({ activityId: known.activityId })),
      IllegalTransitionError: way('rosa', () => ({ activityId: known.activityId })),
    },
  };
}

function conversationWays(
  known: CircleIds,
): Ways<
  | 'openConversation'
  | 'sendMessage'
  | 'deleteMessage'
  | 'readConversation'
  | 'changeConversationSettings'
  | 'hideConversation'
> {
  const say = (idempotencyKey: string, changes: object = {}) => ({
    conversationId: known.openId,
    body: 'Tea at four?',
    idempotencyKey,
    ...changes,
  });
  return {
    openConversation: { NotFoundError: way('ada', () => ({ memberId: known.strangerId })) },
    sendMessage: {
      ValidationError: way('ada', () => say('nothing', { body: ' ' })),
      NotFoundError: way('mo', () => say('not mine')),
      IllegalTransitionError: way('ada', () => say('closed', { conversationId: known.closedId })),
      ConflictError: way('ada', () => say('said-0', { body: 'Something else.' })),
    },
    deleteMessage: {
      NotFoundError: way('mo', () => ({ messageId: known.messageId })),
      NotAllowedError: way('rosa', () => ({ messageId: known.messageId })),
      IllegalTransitionError: way('ada', () => ({ messageId: known.deletedId })),
    },
    readConversation: {
      ValidationError: way('ada', () => ({ conversationId: known.openId, upTo: 99 })),
      NotFoundError: way('mo', () => ({ conversationId: known.openId, upTo: 1 })),
    },
    changeConversationSettings: {
      NotFoundError: way('mo', () => ({ conversationId: known.openId, isMuted: true })),
      IllegalTransitionError: way('ada', () => ({ conversationId: known.closedId, isMuted: true })),
    },
    hideConversation: { NotFoundError: way('mo', () => ({ conversationId: known.openId })) },
  };
}
