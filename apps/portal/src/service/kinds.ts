import type { ServiceKind } from '../generated/graphql.js';

/** What service is about, in the order of lists. */
export const serviceKinds = [
  'FOOD',
  'HEALTH_AND_CARE',
  'TEACHING',
  'ENVIRONMENT',
  'ANIMALS',
  'SPORT_AND_ARTS',
  'CAMPUS',
  'ADVICE',
] as const satisfies readonly ServiceKind[];

/** What opportunities are narrowed by; it lives in the address. */
export type ServiceFilters = {
  readonly search?: string;
  readonly kind?: ServiceKind;
  readonly access?: (typeof serviceAccess)[number];
  readonly soon?: true;
};

/** What makes service possible for more people. */
export const serviceAccess = ['STEP_FREE', 'SEATED', 'QUIET', 'FROM_HOME', 'NEAR_TRANSIT', 'NO_SPEAKING'] as const;

/** The filters that an address asks for; what does not exist is left out. */
export function readServiceFilters(search: Readonly<Record<string, unknown>>): ServiceFilters {
  const { search: words } = search;
  const kind = serviceKinds.find((each) => each === search['kind']);
  const access = serviceAccess.find((each) => each === search['access']);
  const isSoon = search['soon'] === true || search['soon'] === 'true';
  return {
    ...(typeof words === 'string' && words.trim() !== '' && { search: words.trim().slice(0, 100) }),
    ...(kind && { kind }),
    ...(access && { access }),
    ...(isSoon && { soon: true }),
  };
}
