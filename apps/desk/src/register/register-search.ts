import type { MemberStatus } from '../generated/register/graphql.js';

/** The states the register is read by; erased members have no record to read. */
export const registerStatuses = [
  'APPLIED',
  'ACTIVE',
  'SUSPENDED',
  'LAPSED',
  'REJECTED',
  'ALUMNI',
] as const satisfies readonly MemberStatus[];

/** Which part of the register the address names. */
export type RegisterSearch = { readonly status: (typeof registerStatuses)[number]; readonly name?: string };

/** Reads the address: applicants first, because they wait for somebody. */
export function readRegisterSearch(search: Readonly<Record<string, unknown>>): RegisterSearch {
  const status = registerStatuses.find((each) => each === search['status']) ?? 'APPLIED';
  const name = search['name'];
  return typeof name === 'string' && name !== '' ? { status, name } : { status };
}
