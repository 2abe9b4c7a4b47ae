import type { RecordKind } from '../generated/graphql.js';

/** What evidence shows, in the order of lists. */
export const recordKinds = [
  'ATTENDANCE',
  'LED_ACTIVITY',
  'VERIFIED_HOURS',
  'MANDATE',
  'DELIVERED_PROPOSAL',
  'PATH_STEP',
  'LED_SESSION',
] as const satisfies readonly RecordKind[];

/** What a record is narrowed by; it lives in the address. */
export type RecordFilters = {
  readonly kind?: RecordKind;
  readonly term?: string;
  readonly standing?: 'yes' | 'no';
};

const termPattern = /^20\d{2}-(AUTUMN|SPRING|SUMMER)$/;

/** The filters that an address asks for; what does not exist is left out. */
export function readRecordFilters(search: unknown): RecordFilters {
  const asked: Readonly<Record<string, unknown>> =
    typeof search === 'object' && search !== null ? Object.fromEntries(Object.entries(search)) : {};
  const kind = recordKinds.find((each) => each === asked['kind']);
  const term = asked['term'];
  const standing = (['yes', 'no'] as const).find((each) => each === asked['standing']);
  return {
    ...(kind && { kind }),
    ...(typeof term === 'string' && termPattern.test(term) && { term }),
    ...(standing && { standing }),
  };
}
