import type { ActivityKind, CaseMatter } from '../generated/graphql.js';

/** Every kind of activity, in the order of lists. */
export const activityKinds: readonly ActivityKind[] = [
  'SOCIAL',
  'SPORT',
  'CULTURAL_PERFORMANCE',
  'TRAINING',
  'VOLUNTARY_SERVICE',
  'SOCIAL_PRACTICE',
  'CAMPAIGN',
  'MEETING',
];

/** Every matter of a case, in the order of lists. */
export const caseMatters: readonly CaseMatter[] = ['HOUSING', 'ACADEMIC', 'MONEY', 'COMPLAINT', 'MISCONDUCT', 'OTHER'];

/** The academic year by the calendar year it starts in; left out for the current one. */
export type YearSearch = { readonly year?: number };
/** Which quarter of the academic year, 1 to 4; left out for the latest of the current year, and the first of another. */
type QuarterSearch = { readonly quarter?: number };

type Address = Readonly<Record<string, unknown>>;

/** Reads the academic year from an address; what is no year is left out. */
export function readYearSearch({ year }: Address): YearSearch {
  return typeof year === 'number' && Number.isInteger(year) && year >= 1900 && year <= 9999 ? { year } : {};
}

/** Reads year and quarter. */
export function readMembersSearch(address: Address): YearSearch & QuarterSearch {
  const quarter = [1, 2, 3, 4].find((each) => each === address['quarter']);
  return { ...readYearSearch(address), ...(quarter !== undefined && { quarter }) };
}

/** Reads year, quarter and kind of activity; every kind when it is left out. */
export function readParticipationSearch(
  address: Address,
): YearSearch & QuarterSearch & { readonly kind?: ActivityKind } {
  const kind = activityKinds.find((each) => each === address['kind']);
  return { ...readMembersSearch(address), ...(kind !== undefined && { kind }) };
}

/** Reads year and matter; every matter when it is left out. */
export function readCasesSearch(address: Address): YearSearch & { readonly matter?: CaseMatter } {
  const matter = caseMatters.find((each) => each === address['matter']);
  return { ...readYearSearch(address), ...(matter !== undefined && { matter }) };
}
