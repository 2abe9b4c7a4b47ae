import type { ActivityKind } from '../generated/graphql.js';

/** The kinds of activities in the order in which people look for them. */
export const activityKinds = [
  'SOCIAL',
  'SPORT',
  'CULTURAL_PERFORMANCE',
  'TRAINING',
  'VOLUNTARY_SERVICE',
  'SOCIAL_PRACTICE',
  'MEETING',
  'CAMPAIGN',
] as const satisfies readonly ActivityKind[];

/** The kind that a text names, or nothing. */
export function asActivityKind(text: string | undefined): ActivityKind | undefined {
  return activityKinds.find((kind) => kind === text);
}
