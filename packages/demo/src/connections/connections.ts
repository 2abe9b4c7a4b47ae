import type { Id } from '@guildhall/kernel';
import { demoContext, type DemoContext, type DemoOptions } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoGroups } from '../groups/groups.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import type { DemoUnion } from '../plan-demo-union.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs, hourMs, later } from '../season.js';
import { requestWords } from './request-words.js';
import { plannedPairs } from './pairs.js';

/** What is between two members, as the membership service stores it; `SILENT` is a request that nobody will answer. */
export type DemoConnection = {
  readonly id: Id<'Connection'>;
  readonly requesterId: Id<'Member'>;
  readonly addresseeId: Id<'Member'>;
  readonly status: 'REQUESTED' | 'SILENT' | 'CONNECTED';
  readonly message?: string;
  readonly requestedAt: Date;
  readonly connectedAt?: Date;
};

/** That one member blocks another. */
export type DemoBlock = {
  readonly blockerId: Id<'Member'>;
  readonly blockedId: Id<'Member'>;
  readonly since: Date;
  readonly knownAs: string;
};

/** What a member chose about being found. */
export type DemoDiscoverability = {
  readonly memberId: Id<'Member'>;
  readonly foundBy: 'EVERYBODY' | 'MY_GROUPS' | 'NOBODY';
  readonly hasSuggestions: boolean;
};

/** Who knows whom in the demo union. */
export type DemoConnections = {
  readonly connections: readonly DemoConnection[];
  readonly blocks: readonly DemoBlock[];
  readonly discoverability: readonly DemoDiscoverability[];
};

/**
 * Plans who is connected with whom: half of the members know six others or fewer and few know many, most of them of
 * their groups and course. Some requests wait, a few pairs are blocked. Nobody is in two of these with the same person.
 */
export function planDemoConnections(union: DemoUnion, options: DemoOptions): DemoConnections {
  const context = demoContext(options);
  const random = context.stream('connections');
  const active = union.members.filter(({ status }) => status === 'ACTIVE');
  const named = namedConnections(context, union, active);
  const taken = new Set(named.map(({ requesterId, addresseeId }) => pairOf(requesterId, addresseeId)));
  const isFree = (one: DemoMember, other: DemoMember): boolean => {
    const pair = pairOf(one.id, other.id);
    const isPersona = one.subject in demoMembers || other.subject in demoMembers;
    if (isPersona || one.id === other.id || taken.has(pair)) return false;
    taken.add(pair);
    return true;
  };
  const met = plannedPairs(random, active, union.groupMemberships)
    .filter(([one, other]) => isFree(one, other))
    .map(([one, other]) => connected(context, random, one, other));
  const somebody = (): DemoMember => random.pick(active);
  const pairs = (count: number) =>
    Array.from({ length: count }, () => [somebody(), somebody()] as const).filter(([one, other]) => isFree(one, other));
  const waiting = pairs(context.scaled(600)).map(([one, other]) => requested(context, random, one, other));
  const blocks = pairs(context.scaled(60)).map(([one, other]) => blockOf(context, random, one, other));
  const umas = umasBlock(context, union, active);
  return {
    connections: [...named, ...umas.connections, ...met, ...waiting],
    blocks: [...umas.blocks, ...blocks],
    discoverability: choices(random, active),
  };
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function connected(context: DemoContext, random: RandomStream, one: DemoMember, other: DemoMember): DemoConnection {
  const from = later(one.joinedAt, other.joinedAt);
  const connectedAt = after(from, random.next() ** 2 * (context.anchor.getTime() - from.getTime()));
  return {
    id: random.idAt(connectedAt),
    requesterId: one.id,
    addresseeId: other.id,
    status: 'CONNECTED',
    requestedAt: later(from, after(connectedAt, -random.between(1, 60) * 60_000)),
    connectedAt,
  };
}

/** Most wait for an answer; a third were declined, which their askers cannot tell. */
function requested(context: DemoContext, random: RandomStream, one: DemoMember, other: DemoMember): DemoConnection {
  const requestedAt = after(context.anchor, -random.between(1, 28 * 24) * hourMs);
  return {
    id: random.idAt(requestedAt),
    requesterId: one.id,
    addresseeId: other.id,
    status: random.chance(0.33) ? 'SILENT' : 'REQUESTED',
    ...(random.chance(0.5) && { message: random.pick(requestWords) }),
    requestedAt,
  };
}

function blockOf(context: DemoContext, random: RandomStream, one: DemoMember, other: DemoMember): DemoBlock {
  const since = after(context.anchor, -random.between(1, 300) * dayMs);
  return { blockerId: one.id, blockedId: other.id, since, knownAs: other.displayName };
}

/** Most members choose nothing and are found by everybody. */
function choices(random: RandomStream, members: readonly DemoMember[]): readonly DemoDiscoverability[] {
  return members
    .filter(({ subject }) => !(subject in demoMembers) && random.chance(0.09))
    .map(({ id }) => ({
      memberId: id,
      foundBy: random.weighted<DemoDiscoverability['foundBy']>([
        ['EVERYBODY', 40],
        ['MY_GROUPS', 40],
        ['NOBODY', 20],
      ]),
      hasSuggestions: random.chance(0.3),
    }));
}

/** People of the demo people's groups whom they know, who ask them, and whom they ask; the same for every anchor. */
function namedConnections(
  context: DemoContext,
  union: DemoUnion,
  active: readonly DemoMember[],
): readonly DemoConnection[] {
  const { ada, omar, rosa, uma } = demoMembers;
  const [first, second, third, asker, asked] = fellows(union, active, demoGroups.hillwalking);
  const on = (name: string, requesterId: Id<'Member'>, addresseeId: Id<'Member'> | undefined, daysAgo: number) => ({
    id: fixedId<'Connection'>(`connection/${name}`),
    requesterId,
    addresseeId: addresseeId ?? omar.memberId,
    requestedAt: after(context.anchor, -daysAgo * dayMs),
  });
  const made = (row: ReturnType<typeof on>): DemoConnection => ({
    ...row,
    status: 'CONNECTED',
    connectedAt: after(row.requestedAt, 3 * hourMs),
  });
  return [
    made(on('ada-rosa', ada.memberId, rosa.memberId, 60)),
    made(on('omar-ada', omar.memberId, ada.memberId, 45)),
    made(on('ada-first', ada.memberId, first, 40)),
    made(on('ada-second', ada.memberId, second, 12)),
    made(on('rosa-third', rosa.memberId, third, 30)),
    made(on('rosa-first', rosa.memberId, first, 25)),
    made(on('uma-omar', uma.memberId, omar.memberId, 90)),
    {
      ...on('asker-ada', asker ?? uma.memberId, ada.memberId, 2),
      status: 'REQUESTED',
      message: 'We shared the last sandwich on Sunday’s walk. Fancy another hill?',
    },
    {
      ...on('ada-asked', ada.memberId, asked, 4),
      status: 'REQUESTED',
      message: 'You had the map. I had the wrong one.',
    },
  ];
}

/** Uma blocks somebody who asks her still; they see their request wait. */
function umasBlock(
  context: DemoContext,
  union: DemoUnion,
  active: readonly DemoMember[],
): Pick<DemoConnections, 'connections' | 'blocks'> {
  const { memberId } = demoMembers.uma;
  const blockedId = fellows(union, active, demoGroups.theatre).at(-1);
  const blocked = active.find(({ id }) => id === blockedId);
  if (blocked === undefined) return { connections: [], blocks: [] };
  return {
    blocks: [
      {
        blockerId: memberId,
        blockedId: blocked.id,
        since: after(context.anchor, -20 * dayMs),
        knownAs: blocked.displayName,
      },
    ],
    connections: [
      {
        id: fixedId<'Connection'>('connection/blocked-uma'),
        requesterId: blocked.id,
        addresseeId: memberId,
        status: 'SILENT',
        requestedAt: after(context.anchor, -9 * dayMs),
      },
    ],
  };
}

/** The first people of a group who are no demo people, in the order of the register. */
function fellows(union: DemoUnion, active: readonly DemoMember[], groupId: Id<'Group'>): readonly Id<'Member'>[] {
  const inGroup = new Set(
    union.groupMemberships
      .filter((row) => row.groupId === groupId && row.status === 'ACTIVE')
      .map((row) => row.memberId),
  );
  return active.filter(({ id, subject }) => inGroup.has(id) && !(subject in demoMembers)).map(({ id }) => id);
}
