import type { Id } from '@guildhall/kernel';
import type { DemoContext } from '../demo-context.js';
import { demoGroups } from '../groups/groups.js';
import { demoMembers } from '../people/demo-people.js';
import type { PlannedActivity } from './activity.js';
import { type ActivitySketch, plannedFrom } from './activity-sketch.js';
import { hillwalkingSketches, internationalSketches } from './edge-sketches.js';
import { theatreSketches } from './theatre-sketches.js';

const { omar, uma } = demoMembers;

/** The activities of the demo people’s three groups, Omar’s first; some of them are edge rows. */
export function personaActivities(context: DemoContext): readonly PlannedActivity[] {
  const host = (groupId: Id<'Group'>, organiserId: Id<'Member'>, sketches: readonly ActivitySketch[]) =>
    sketches.map((sketch) => plannedFrom(context.anchor, { sketch, groupId, organiserId }));
  return [
    ...host(demoGroups.theatre, omar.memberId, theatreSketches),
    ...host(demoGroups.hillwalking, uma.memberId, hillwalkingSketches),
    ...host(demoGroups.international, omar.memberId, internationalSketches),
  ];
}
