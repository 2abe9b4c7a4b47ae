import type { HelpKind } from '../generated/graphql.js';
import { helpKinds, helpLanguages, oneOf } from './kinds.js';

/** When it can be done. */
export const helpTimes = ['week', 'month'] as const;

/** What the board is narrowed by; it lives in the address. */
export type BoardFilters = {
  readonly kind?: HelpKind;
  readonly language?: (typeof helpLanguages)[number];
  readonly when?: (typeof helpTimes)[number];
  readonly near?: true;
};

/** The filters that an address asks for; what does not exist is left out. */
export function readBoardFilters(search: Readonly<Record<string, unknown>>): BoardFilters {
  const kind = oneOf(helpKinds, search['kind']);
  const language = oneOf(helpLanguages, search['language']);
  const when = oneOf(helpTimes, search['when']);
  const isNear = search['near'] === true || search['near'] === 'true';
  return { ...(kind && { kind }), ...(language && { language }), ...(when && { when }), ...(isNear && { near: true }) };
}
