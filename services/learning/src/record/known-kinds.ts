/*
 * The kinds of activities and offices that this service has words for.
 * Life: events may name kinds that are added later; they are then not shown as any. Owner: learning.
 */
import type { ActivityKind } from '../path/step.js';
import { positionKinds, type SkillPositionKind } from '../skill/skill.js';

const activityKinds: readonly ActivityKind[] = [
  'CULTURAL_PERFORMANCE',
  'SPORT',
  'SOCIAL',
  'SOCIAL_PRACTICE',
  'VOLUNTARY_SERVICE',
  'TRAINING',
  'MEETING',
  'CAMPAIGN',
];

/** The kind of activity, if it is one that is known here. */
export function knownActivityKind(kind: string | undefined): ActivityKind | undefined {
  return activityKinds.find((one) => one === kind);
}

/** The kind of office, if it is one that is known here. */
export function knownPositionKind(kind: string | undefined): SkillPositionKind | undefined {
  return positionKinds.find((one) => one === kind);
}
