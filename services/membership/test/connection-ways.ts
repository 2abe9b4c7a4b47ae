const missing = '018f0000-0000-7000-8000-000000000000';

/** Ids of the members whom `connectionWays` speaks of: ada is connected with `friendId`, whom she asked, and `fanId`, who asked her; `askerId` asked her, she asked `askedId`. */
export type TieIds = {
  selfId: string;
  friendId: string;
  fanId: string;
  askerId: string;
  askedId: string;
  otherId: string;
  tiredId: string;
};

type Way = { readonly subject: string | undefined; readonly input: () => object };

/** The mutations whose failures are reached in connection-outcomes.int.test.ts. */
export const tieMutationNames = [
  'requestConnection',
  'acceptConnection',
  'declineConnection',
  'withdrawConnection',
  'removeConnection',
  'blockMember',
  'unblockMember',
  'dismissMemberSuggestion',
  'changeDiscoverability',
  'changeGoingSharing',
] as const;

/** Every expected failure of what members do to each other that one caller can meet alone. */
export function connectionWays(
  known: TieIds,
): Readonly<Record<(typeof tieMutationNames)[number], Readonly<Record<string, Way>>>> {
  const on = (id: () => string, subject: string | undefined = 'ada', more: object = {}): Way => ({
    subject,
    input: () => ({ memberId: id(), ...more }),
  });
  const nobody = on(() => missing);
  const stranger = on(() => known.otherId, 'carl');
  const friend = on(() => known.friendId);
  const fan = on(() => known.fanId);
  const keyed = (key: string, more: object = {}) => ({ idempotencyKey: key, ...more });
  return {
    requestConnection: {
      ValidationError: on(() => known.otherId, 'ada', keyed('long', { message: 'x'.repeat(301) })),
      NotFoundError: on(() => missing, 'ada', keyed('missing')),
      NotAllowedError: on(() => known.otherId, 'carl', keyed('stranger')),
      IllegalTransitionError: on(() => known.friendId, 'ada', keyed('friend')),
      LimitReachedError: on(() => known.tiredId, 'ada', keyed('tired')),
    },
    acceptConnection: {
      NotFoundError: nobody,
      NotAllowedError: on(() => known.askedId),
      IllegalTransitionError: fan,
    },
    declineConnection: {
      NotFoundError: nobody,
      NotAllowedError: on(() => known.askedId),
      IllegalTransitionError: fan,
    },
    withdrawConnection: {
      NotFoundError: nobody,
      NotAllowedError: on(() => known.askerId),
      // Ada asked, before it became a connection.
      IllegalTransitionError: friend,
    },
    removeConnection: {
      NotFoundError: nobody,
      NotAllowedError: stranger,
      IllegalTransitionError: on(() => known.askedId),
    },
    blockMember: { ValidationError: on(() => known.selfId), NotFoundError: nobody, NotAllowedError: stranger },
    unblockMember: { NotFoundError: nobody, NotAllowedError: stranger },
    dismissMemberSuggestion: {
      ValidationError: on(() => known.selfId),
      NotFoundError: nobody,
      NotAllowedError: stranger,
    },
    changeDiscoverability: { NotAllowedError: { subject: 'carl', input: () => ({ foundBy: 'NOBODY' }) } },
    changeGoingSharing: { NotAllowedError: { subject: 'carl', input: () => ({ isShown: true }) } },
  };
}
