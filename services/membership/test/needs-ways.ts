import { testStart } from '@guildhall/testing';

/** The ids that the ways below name, once they are made. */
export type NeedsIds = { groupId: string; consentId: string; activityId: string };

type Way = { readonly subject: string | undefined; readonly input: () => object };

/** The mutations about needs and consents; each of their expected failures is reached in `needs-outcomes.int.test.ts`. */
export const needsMutationNames = [
  'writeNeeds',
  'eraseNeeds',
  'readNeeds',
  'shareNeeds',
  'readActivityNeeds',
  'giveConsent',
  'withdrawConsent',
] as const;

const missing = '018f0000-0000-7000-8000-000000000000';

/** What each expected failure is reached by, in an order in which each leaves the next possible. */
export function needsWays(
  known: NeedsIds,
): Readonly<Record<(typeof needsMutationNames)[number], Readonly<Record<string, Way>>>> {
  const way = (subject: string | undefined, input: () => object): Way => ({ subject, input });
  const consent = (changes: object = {}) => ({
    purpose: 'NEEDS_IN_GROUP',
    fields: ['DIET'],
    groupId: known.groupId,
    until: new Date(Date.parse(testStart) + 86_400_000).toISOString(),
    idempotencyKey: JSON.stringify(changes),
    ...changes,
  });
  return {
    writeNeeds: {
      ValidationError: way('ada', () => ({ needs: [], dietNote: 'x'.repeat(201) })),
      NotAllowedError: way(undefined, () => ({ needs: [] })),
    },
    eraseNeeds: {
      ValidationError: way('ada', () => ({ confirm: false })),
      NotAllowedError: way(undefined, () => ({ confirm: true })),
    },
    readNeeds: {
      NotFoundError: way('ada', () => ({ groupId: missing })),
      NotAllowedError: way('ada', () => ({ groupId: known.groupId })),
    },
    shareNeeds: {
      ValidationError: way('ada', () => ({ activityId: known.activityId, fields: [] })),
      NotFoundError: way('ada', () => ({ activityId: missing, fields: ['DIET'] })),
      NotAllowedError: way(undefined, () => ({ activityId: known.activityId, fields: ['DIET'] })),
    },
    readActivityNeeds: {
      NotFoundError: way('ada', () => ({ activityId: missing })),
      NotAllowedError: way('ada', () => ({ activityId: known.activityId })),
    },
    giveConsent: {
      ValidationError: way('ada', () => consent({ fields: [] })),
      NotFoundError: way('ada', () => consent({ groupId: missing })),
      NotAllowedError: way('mo', () => consent()),
      ConflictError: way('ada', () => consent()),
    },
    withdrawConsent: {
      NotFoundError: way('mo', () => ({ consentId: known.consentId })),
      IllegalTransitionError: way('ada', () => ({ consentId: known.consentId })),
    },
  };
}
