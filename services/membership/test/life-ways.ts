/** The ids that the ways below name, once they are made: an appeal that waits to be decided, and one that is decided. */
export type LifeIds = { waitingId: string; decidedId: string };

type Way = { readonly subject: string | undefined; readonly input: () => object };

/** The mutations about one's own data, suspension and notifications; each of their expected failures is reached in `life-outcomes.int.test.ts`. */
export const lifeMutationNames = [
  'requestDataExport',
  'requestErasure',
  'cancelErasure',
  'appealSuspension',
  'decideMembershipAppeal',
  'markNotificationsRead',
  'changeNotificationSettings',
  'changeMailAddress',
  'confirmMailAddress',
  'stopNotificationMail',
] as const;

/** What a suspended person said under the key `said`, before the ways are tried. */
export const saidBefore = { words: 'I was in another town that evening.', idempotencyKey: 'said' } as const;

/** The address that was wished under the key `wished`, before the ways are tried. */
export const wishedBefore = { address: 'mai@example.org', idempotencyKey: 'wished' } as const;

const missing = '018f0000-0000-7000-8000-000000000000';
const choices = { isStopped: false, quietFrom: 21, quietUntil: 8, digest: 'DAILY', language: 'EN', preferences: [] };

/** What each expected failure is reached by, after what `life-outcomes.int.test.ts` prepares. */
export function lifeWays(
  known: LifeIds,
): Readonly<Record<(typeof lifeMutationNames)[number], Readonly<Record<string, Way>>>> {
  const way = (subject: string | undefined, input: object): Way => ({ subject, input: () => input });
  const decision = (subject: string, id: () => string, reasons = 'We looked again.'): Way => ({
    subject,
    input: () => ({ membershipAppealId: id(), decision: 'UPHELD', reasons }),
  });
  return {
    requestDataExport: {
      NotAllowedError: way('stranger', {}),
      LimitReachedError: way('copied', {}),
    },
    requestErasure: {
      ValidationError: way('ada', { confirmation: 'somebody else' }),
      NotAllowedError: way('stranger', { confirmation: 'stranger' }),
      IllegalTransitionError: way('staff', { confirmation: 'staff' }),
      ConflictError: way('leaving', { confirmation: 'leaving' }),
    },
    cancelErasure: {
      ValidationError: way('leaving', { confirm: false }),
      NotAllowedError: way('stranger', { confirm: true }),
      IllegalTransitionError: way('ada', { confirm: true }),
    },
    appealSuspension: {
      ValidationError: way('silent', { words: 'No!' }),
      NotAllowedError: way('ada', { words: saidBefore.words }),
      ConflictError: way('waiting', { ...saidBefore, words: `${saidBefore.words} Truly.` }),
    },
    decideMembershipAppeal: {
      ValidationError: decision('second', () => known.waitingId, ''),
      NotFoundError: decision('second', () => missing),
      // Who suspended does not decide.
      NotAllowedError: decision('sys', () => known.waitingId),
      IllegalTransitionError: decision('second', () => known.decidedId),
    },
    markNotificationsRead: {
      ValidationError: way('ada', { notificationIds: Array.from({ length: 101 }, () => missing) }),
      NotAllowedError: way('stranger', {}),
    },
    changeNotificationSettings: {
      ValidationError: way('ada', { ...choices, quietFrom: 24 }),
      NotAllowedError: way('stranger', choices),
    },
    changeMailAddress: {
      ValidationError: way('ada', { address: 'nowhere', idempotencyKey: 'nowhere' }),
      LimitReachedError: way('mai', { address: wishedBefore.address, idempotencyKey: 'once more' }),
      NotAllowedError: way('stranger', { address: 'stranger@example.org', idempotencyKey: 'stranger' }),
      ConflictError: way('mai', { ...wishedBefore, address: 'other@example.org' }),
    },
    confirmMailAddress: {
      ValidationError: way('ada', { code: '123456' }),
      NotAllowedError: way('stranger', { code: '123456' }),
    },
    stopNotificationMail: { NotFoundError: way(undefined, { token: `${missing}.forged` }) },
  };
}
