import type { GroupKind } from '../generated/graphql.js';

/** The kinds of groups in the order in which people look for them. */
export const groupKinds = [
  'SOCIETY',
  'CLUB',
  'NETWORK',
  'COMMITTEE',
  'COUNCIL',
] as const satisfies readonly GroupKind[];

/** The kind that a text names, or nothing. */
export function asGroupKind(text: string | undefined): GroupKind | undefined {
  return groupKinds.find((kind) => kind === text);
}
