import type { Id } from '@guildhall/kernel';
import type { DemoContext } from '../demo-context.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import { entryAt, type RandomStream } from '../random-stream.js';
import { after, dayMs, earlier, hourMs } from '../season.js';
import { demoGroups, type PlannedGroup } from './groups.js';

/** A person's membership of a group, as the membership service stores one. */
export type DemoGroupMembership = {
  readonly id: Id<'GroupMembership'>;
  readonly groupId: Id<'Group'>;
  readonly memberId: Id<'Member'>;
  readonly status: 'ACTIVE' | 'LEFT' | 'REMOVED';
  readonly since: Date;
  readonly until?: Date;
};

const personaGroups: readonly (readonly [keyof typeof demoMembers, Id<'Group'>])[] = [
  ['ada', demoGroups.theatre],
  ['ada', demoGroups.hillwalking],
  ['ada', demoGroups.international],
  ['omar', demoGroups.theatre],
  ['omar', demoGroups.international],
  ['uma', demoGroups.hillwalking],
  ['uma', demoGroups.theatre],
  ['rosa', demoGroups.hillwalking],
];

/**
 * Memberships of all groups, held by half of the union's members: each of them is in one group at least, the keenest in many.
 * Nobody has two in the same group.
 */
export function demoUnionMemberships(
  context: DemoContext,
  members: readonly DemoMember[],
  groups: readonly PlannedGroup[],
): readonly DemoGroupMembership[] {
  const random = context.stream('group-memberships');
  const joiners = random
    .shuffle(members.filter(({ status, subject }) => status === 'ACTIVE' && !(subject in demoMembers)))
    .slice(0, context.scaled(10_000));
  const newcomers = [...joiners];
  const personas = new Map(
    members.filter(({ subject }) => subject in demoMembers).map((member) => [member.subject, member]),
  );
  return random.shuffle(groups).flatMap((planned) => {
    const chosen = new Set(
      personaGroups.flatMap(([subject, groupId]) =>
        groupId === planned.group.id ? (personas.get(subject) ?? []) : [],
      ),
    );
    fillGroup(random, { chosen, newcomers, joiners, size: planned.size });
    return [...chosen].map((member) => membershipOf(context, random, { member, planned }));
  });
}

type Filling = {
  readonly chosen: Set<DemoMember>;
  readonly newcomers: DemoMember[];
  readonly joiners: readonly DemoMember[];
  readonly size: number;
};

/** About half of a group are in no other; the rest are keen people, drawn from the front of the list of joiners. */
function fillGroup(random: RandomStream, { chosen, newcomers, joiners, size }: Filling): void {
  for (let attempt = 0; chosen.size < size && attempt < size * 20; attempt += 1) {
    const newcomer = random.chance(0.485) ? newcomers.pop() : undefined;
    chosen.add(newcomer ?? entryAt(joiners, Math.floor(random.next() ** 2 * joiners.length)));
  }
}

function membershipOf(
  { anchor }: DemoContext,
  random: RandomStream,
  { member, planned }: { readonly member: DemoMember; readonly planned: PlannedGroup },
): DemoGroupMembership {
  const isPersona = member.subject in demoMembers;
  const wait = isPersona ? 2 * dayMs : Math.floor(random.next() ** 3 * 300 * dayMs) + hourMs;
  const halfway = after(member.joinedAt, (anchor.getTime() - member.joinedAt.getTime()) / 2);
  const since = earlier(after(member.joinedAt, wait), halfway);
  const id = random.idAt<'GroupMembership'>(since);
  const stays = isPersona || random.chance(0.95);
  if (stays) return { id, groupId: planned.group.id, memberId: member.id, status: 'ACTIVE', since };
  const until = after(since, Math.floor(random.next() * (anchor.getTime() - since.getTime())));
  return {
    id,
    groupId: planned.group.id,
    memberId: member.id,
    status: random.chance(0.03) ? 'REMOVED' : 'LEFT',
    since,
    until,
  };
}
