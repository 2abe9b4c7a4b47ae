import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { MemberId } from '../member/member.js';
import type { Group, GroupFacts, GroupId, GroupMembership } from './group.js';
import type { Mandate, MandateId, Position, PositionId } from './mandate.js';

/** Groups by id; nothing for the hidden. */
export function createGroupLoader(
  actor: Actor,
  groups: Repositories['groups'],
): DataLoader<GroupId, Group | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await groups.listVisible(actor, ids)).map((group) => [group.id, group]));
    return ids.map((id) => byId.get(id));
  });
}

/** The counted facts of groups that were loaded already. */
export function createGroupFactsLoader(
  groups: Repositories['groups'],
  now: Date,
): DataLoader<Group, GroupFacts, GroupId> {
  return new DataLoader((list) => groups.listFacts(list, now), { cacheKeyFn: (group) => group.id });
}

/** The positions of groups. */
export function createPositionLoader(
  actor: Actor,
  mandates: Repositories['mandates'],
): DataLoader<GroupId, readonly Position[]> {
  return new DataLoader(async (ids) =>
    listByKey(ids, await mandates.listPositions(actor, ids), (position) => position.groupId),
  );
}

/** Positions by id. */
export function createPositionByIdLoader(
  actor: Actor,
  mandates: Repositories['mandates'],
): DataLoader<PositionId, Position | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await mandates.listPositionsById(actor, ids)).map((position) => [position.id, position]));
    return ids.map((id) => byId.get(id));
  });
}

/** Who holds positions now. */
export function createHolderLoader(
  actor: Actor,
  mandates: Repositories['mandates'],
  now: Date,
): DataLoader<PositionId, readonly Mandate[]> {
  return new DataLoader(async (ids) =>
    listByKey(ids, await mandates.listHolders(actor, ids, now), (mandate) => mandate.positionId),
  );
}

/** Mandates by id. */
export function createMandateByIdLoader(
  actor: Actor,
  mandates: Repositories['mandates'],
): DataLoader<MandateId, Mandate | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await mandates.listMandatesById(actor, ids)).map((mandate) => [mandate.id, mandate]));
    return ids.map((id) => byId.get(id));
  });
}

/** The mandates members hold now. */
export function createMandateLoader(
  actor: Actor,
  mandates: Repositories['mandates'],
  now: Date,
): DataLoader<MemberId, readonly Mandate[]> {
  return new DataLoader(async (ids) =>
    listByKey(ids, await mandates.listOfMembers(actor, ids, now), (mandate) => mandate.memberId),
  );
}

/** The group memberships of members, as far as the viewer may know of them. */
export function createMembershipLoader(
  actor: Actor,
  groups: Repositories['groups'],
): DataLoader<MemberId, readonly GroupMembership[]> {
  return new DataLoader(async (ids) =>
    listByKey(ids, await groups.listMembershipsOf(actor, ids), (membership) => membership.memberId),
  );
}

/** The living committees and councils of groups. */
export function createBodyLoader(actor: Actor, groups: Repositories['groups']): DataLoader<GroupId, readonly Group[]> {
  return new DataLoader(async (ids) => listByKey(ids, await groups.listBodies(actor, ids), (group) => group.parentId));
}

/** One person in one group. */
type Belonging = Pick<GroupMembership, 'groupId' | 'memberId'>;

const belongingKey = ({ groupId, memberId }: Belonging): string => `${groupId}:${memberId}`;

/** The offices that members hold in a group now. */
export function createRoleLoader(
  actor: Actor,
  mandates: Repositories['mandates'],
  now: Date,
): DataLoader<Belonging, readonly Mandate[], string> {
  return new DataLoader(
    async (list) => listByKey(list.map(belongingKey), await mandates.listRoles(actor, list, now), belongingKey),
    { cacheKeyFn: belongingKey },
  );
}

function listByKey<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key | undefined,
): readonly (readonly Row[])[] {
  const lists = Map.groupBy(rows, keyOf);
  return keys.map((key) => lists.get(key) ?? []);
}
