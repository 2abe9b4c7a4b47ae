import type { ResourceKind } from '../generated/graphql.js';

/** The kinds of resources in the order in which people look for them. */
export const resourceKinds = [
  'GUIDE',
  'NOTES',
  'PAST_PAPER',
  'TEMPLATE',
  'VIDEO',
  'LINK',
] as const satisfies readonly ResourceKind[];

/** The kind that a text names, or nothing. */
export function asResourceKind(text: string | undefined): ResourceKind | undefined {
  return resourceKinds.find((kind) => kind === text);
}
