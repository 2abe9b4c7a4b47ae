import type { Id } from '@guildhall/kernel';
import type { ActivitySources } from './activities.js';

/** Finds who organises an activity of a group that was announced at this instant, or nobody when the group had no member yet. */
export type OrganiserFinder = (groupId: Id<'Group'>, at: Date) => Id<'Member'> | undefined;

type Tenure = { readonly memberId: Id<'Member'>; readonly from: Date; readonly to?: Date };

/** Prefers whoever held an office of the group at that time; before that, whoever was a member of it the longest. */
export function organiserFinder({
  memberships,
  positions,
  mandates,
}: Omit<ActivitySources, 'groups'>): OrganiserFinder {
  const officers = tenuresByGroup();
  const groupOf = new Map(positions.flatMap(({ id, groupId }) => (groupId ? [[id, groupId] as const] : [])));
  for (const { positionId, memberId, from, to } of mandates)
    add(officers, groupOf.get(positionId), { memberId, from, to });
  const members = tenuresByGroup();
  for (const { groupId, memberId, since, until } of memberships)
    add(members, groupId, { memberId, from: since, to: until });
  for (const tenures of members.values()) tenures.sort((one, other) => one.from.getTime() - other.from.getTime());
  return (groupId, at) => (holderAt(officers.get(groupId), at) ?? holderAt(members.get(groupId), at))?.memberId;
}

function tenuresByGroup(): Map<Id<'Group'>, Tenure[]> {
  return new Map();
}

function add(tenures: Map<Id<'Group'>, Tenure[]>, groupId: Id<'Group'> | undefined, tenure: Tenure): void {
  if (!groupId) return;
  const known = tenures.get(groupId);
  if (known) known.push(tenure);
  else tenures.set(groupId, [tenure]);
}

function holderAt(tenures: readonly Tenure[] | undefined, at: Date): Tenure | undefined {
  return tenures?.find(({ from, to }) => from <= at && (to === undefined || at < to));
}
