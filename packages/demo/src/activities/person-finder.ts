import type { Id } from '@guildhall/kernel';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import { entryAt, type RandomStream } from '../random-stream.js';
import type { PlannedActivity } from './activity.js';
import type { RegistrationSources } from './registrations.js';

/** Finds somebody who registers for this activity at this instant, or nobody when all who could have already done so. */
export type PersonFinder = (planned: PlannedActivity, queuedAt: Date) => Id<'Member'> | undefined;

type Person = { readonly member: DemoMember; readonly from: Date; readonly to?: Date };

const attempts = 60;

/** The people of the demo have their training before them, so that anybody can be shown how a path begins. */
const untrained: ReadonlySet<Id<'Member'>> = new Set(Object.values(demoMembers).map(({ memberId }) => memberId));

/** About half of those who come are in the group, the others come from the whole union. Ada’s days are planned elsewhere. */
export function personFinder(random: RandomStream, sources: RegistrationSources): PersonFinder {
  const active = sources.members.filter(({ id, status }) => status === 'ACTIVE' && id !== demoMembers.ada.memberId);
  const everybody: readonly Person[] = active.map((member) => ({ member, from: member.joinedAt }));
  const groups = peopleByGroup(sources, new Map(active.map((member) => [member.id, member])));
  const diary = diaryOf(sources.activities);
  return (planned, queuedAt) => {
    const insiders = groups.get(planned.activity.groupId) ?? everybody;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const people = random.chance(0.55) ? insiders : everybody;
      const { member, from, to } = entryAt(people, Math.floor(random.next() * people.length));
      const isThere = from < queuedAt && (to === undefined || queuedAt < to);
      if (planned.activity.kind === 'TRAINING' && untrained.has(member.id)) continue;
      if (isThere && diary.enter(member.id, planned)) return member.id;
    }
    return undefined;
  };
}

function peopleByGroup(
  { memberships }: RegistrationSources,
  members: ReadonlyMap<Id<'Member'>, DemoMember>,
): ReadonlyMap<Id<'Group'>, readonly Person[]> {
  const groups = new Map<Id<'Group'>, Person[]>();
  for (const { groupId, memberId, since, until } of memberships) {
    const member = members.get(memberId);
    if (!member) continue;
    const person = { member, from: since, to: until };
    const known = groups.get(groupId);
    if (known) known.push(person);
    else groups.set(groupId, [person]);
  }
  return groups;
}

/** Remembers what everybody has planned, the fixed places of the demo people from the start. */
function diaryOf(activities: readonly PlannedActivity[]) {
  const plans = new Map<Id<'Member'>, PlannedActivity['activity'][]>();
  const enter = (memberId: Id<'Member'>, { activity }: PlannedActivity): boolean => {
    const known = plans.get(memberId) ?? [];
    if (known.some(({ startsAt, endsAt }) => startsAt < activity.endsAt && activity.startsAt < endsAt)) return false;
    plans.set(memberId, [...known, activity]);
    return true;
  };
  for (const planned of activities) for (const { memberId } of planned.fixed) enter(memberId, planned);
  return { enter };
}
