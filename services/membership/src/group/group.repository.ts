import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, ConcurrentWrite, updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { MemberId } from '../member/member.js';
import { GroupEntity, GroupMembershipEntity } from './group.entity.js';
import {
  dormancyKeptMs,
  reaffiliationWindowMs,
  type Group,
  type GroupFacts,
  type GroupId,
  type GroupKind,
  type GroupMembership,
} from './group.js';
import { groupPolicy, visibleGroups } from './group.policy.js';

/** Narrows the list of groups; absent means no narrowing. */
export type GroupFilter = { readonly search: string | undefined; readonly kind: GroupKind | undefined };

type CountRow = {
  group_id: GroupId;
  members: number;
  officers: number;
  served_until: Date | null;
  covered_until: Date | null;
};

/** Which part of which roster is wanted. */
export type RosterRequest = {
  readonly groupId: GroupId;
  readonly part: 'EVERYBODY' | 'OFFICERS' | 'NEWCOMERS';
  readonly now: Date;
};

/** What a group can need the union's care for. */
export type GroupConcern = 'REAFFILIATION_DUE' | 'WITHOUT_OFFICERS' | 'DORMANT' | 'DORMANT_FOR_A_YEAR';

/** For how long somebody counts as new in a group, in milliseconds; our choice. */
const newcomerMs = 30 * 86_400_000;

const inNeed: Readonly<Record<GroupConcern, string>> = {
  REAFFILIATION_DUE: `"group".status = 'AFFILIATED' and "group".reaffiliation_due_at <= :opened and not exists (
    select 1 from affiliation_submission s where s.group_id = "group".id and s.status in ('SUBMITTED', 'CHANGES_REQUESTED'))`,
  WITHOUT_OFFICERS: `"group".status in ('PROVISIONAL', 'AFFILIATED') and not exists (
    select 1 from actor_mandate d where d.group_id = "group".id and d.starts_at <= :now and d.ends_at > :now)`,
  DORMANT: `"group".status = 'DORMANT'`,
  DORMANT_FOR_A_YEAR: `"group".status = 'DORMANT' and coalesce("group".dormant_since, "group".founded_at) <= :keptSince`,
};

/** Reads and writes groups and who belongs to them; every read takes the actor. */
export type GroupRepository = ReturnType<typeof createGroupRepository>;

/** A repository over one connection or transaction. */
export function createGroupRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Group> => {
    const { proposed } = visibleGroups(actor);
    const query = manager.createQueryBuilder(GroupEntity, 'group');
    if (proposed === 'all') return query.where('true');
    return query.where(
      new Brackets((or) => or.where("group.status <> 'PROPOSED'").orWhere('group.id = any(:own)', { own: proposed })),
    );
  };

  return {
    /** The groups among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly GroupId[]): Promise<readonly Group[]> =>
      visible(actor).andWhere('group.id = any(:ids)', { ids }).getMany(),

    /** One group, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: GroupId): Promise<Group | null> =>
      visible(actor).andWhere('group.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes the group's people until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: GroupId): Promise<Group | null> =>
      visible(actor).andWhere('group.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** Groups by name; dissolved ones are left out. */
    async page(actor: Actor, { first, after }: PageRequest, { search, kind }: GroupFilter): Promise<Page<Group>> {
      const query = visible(actor).andWhere("group.status <> 'DISSOLVED'");
      if (search !== undefined) query.andWhere('strpos(lower(group.name), lower(:search)) > 0', { search });
      if (kind !== undefined) query.andWhere('group.kind = :kind', { kind });
      if (after !== undefined)
        query.andWhere('(lower(group.name), group.id) > (:name, :id)', { name: after[0], id: after[1] });
      const rows = await query
        .orderBy('lower(group.name)')
        .addOrderBy('group.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (group) => [group.name.toLowerCase(), group.id]);
    },

    /** Groups that need care, by name. */
    async pageInNeed(
      actor: Actor,
      { concern, now }: { readonly concern: GroupConcern; readonly now: Date },
      { first, after }: PageRequest,
    ): Promise<Page<Group>> {
      const query = visible(actor).andWhere(inNeed[concern], {
        now,
        opened: new Date(now.getTime() + reaffiliationWindowMs),
        keptSince: new Date(now.getTime() - dormancyKeptMs),
      });
      if (after !== undefined)
        query.andWhere('(lower(group.name), group.id) > (:name, :id)', { name: after[0], id: after[1] });
      const rows = await query
        .orderBy('lower(group.name)')
        .addOrderBy('group.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (group) => [group.name.toLowerCase(), group.id]);
    },

    /** Each group with how many members and serving officers it has now, and until when it is served. The figures are public, the names are not. */
    async listFacts(groups: readonly Group[], now: Date): Promise<readonly GroupFacts[]> {
      const rows: readonly CountRow[] = await manager.query(
        `select g.id as group_id,
           (select count(*)::int from group_membership m where m.group_id = g.id and m.status = 'ACTIVE') as members,
           (select count(*)::int from actor_mandate d where d.group_id = g.id and d.starts_at <= $2 and d.ends_at > $2) as officers,
           (select max(d.ends_at) from actor_mandate d where d.group_id = g.id and d.starts_at <= $2) as served_until,
           (select max(d.ends_at) from actor_mandate d where d.group_id = g.id and d.ends_at > greatest($2, d.starts_at)) as covered_until
         from unnest($1::uuid[]) as g(id)`,
        [groups.map((group) => group.id), now],
      );
      const counts = new Map(rows.map((row) => [row.group_id, row]));
      return groups.map((group) => {
        const row = counts.get(group.id);
        return {
          group,
          memberCount: row?.members ?? 0,
          officerCount: row?.officers ?? 0,
          servedUntil: row?.served_until ?? undefined,
          coveredUntil: row?.covered_until ?? undefined,
        };
      });
    },

    /** One group with its counted facts. */
    async readFacts(group: Group, now: Date): Promise<GroupFacts> {
      const [facts] = await this.listFacts([group], now);
      return facts ?? { group, memberCount: 0, officerCount: 0, servedUntil: undefined };
    },

    /** A part of the roster by date of joining; empty for actors who may not see it. */
    async pageRoster(
      actor: Actor,
      { groupId, part, now }: RosterRequest,
      { first, after }: PageRequest,
    ): Promise<Page<GroupMembership>> {
      if (!groupPolicy.canSeeRoster(actor, groupId)) return toPage([], first, () => []);
      const query = manager
        .createQueryBuilder(GroupMembershipEntity, 'membership')
        .where("membership.groupId = :groupId and membership.status = 'ACTIVE'", { groupId });
      if (part === 'OFFICERS')
        query.andWhere(
          `exists (select 1 from actor_mandate d where d.group_id = membership.group_id
             and d.member_id = membership.member_id and d.starts_at <= :now and d.ends_at > :now)`,
          { now },
        );
      if (part === 'NEWCOMERS')
        query.andWhere('membership.since > :recently', { recently: new Date(now.getTime() - newcomerMs) });
      if (after !== undefined)
        query.andWhere('(membership.since, membership.id) > (:since, :id)', { since: after[0], id: after[1] });
      const rows = await query
        .orderBy('membership.since')
        .addOrderBy('membership.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (membership) => [membership.since.toISOString(), membership.id]);
    },

    /** The active memberships of the given members in groups the actor may see: their own, and those of groups they share. */
    listMembershipsOf(actor: Actor, memberIds: readonly MemberId[]): Promise<readonly GroupMembership[]> {
      const own = actor.kind === 'person' ? (actor.memberId ?? null) : null;
      const shared = actor.kind === 'person' ? actor.groupIds : [];
      return manager
        .createQueryBuilder(GroupMembershipEntity, 'membership')
        .where("membership.status = 'ACTIVE' and membership.memberId = any(:memberIds)", { memberIds })
        .andWhere('(membership.memberId = :own or membership.groupId = any(:shared))', { own, shared })
        .orderBy('membership.since')
        .addOrderBy('membership.id')
        .getMany();
    },

    /** The member's active membership in the group, locked until the transaction ends. */
    findMembership: (groupId: GroupId, memberId: MemberId): Promise<GroupMembership | null> =>
      manager
        .createQueryBuilder(GroupMembershipEntity, 'membership')
        .where("membership.groupId = :groupId and membership.memberId = :memberId and membership.status = 'ACTIVE'", {
          groupId,
          memberId,
        })
        .setLock('pessimistic_write')
        .getOne(),

    /** Adds a group unless a living group has its name; tells whether it was added. */
    async addUnlessNameTaken(group: Group): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `insert into student_group (id, name, kind, purpose, status, founded_at, join_policy, parent_id, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (lower(name)) where status <> 'DISSOLVED' do nothing returning id`,
        [
          ...[group.id, group.name, group.kind, group.purpose, group.status, group.foundedAt],
          ...[group.joinPolicy, group.parentId ?? null, group.version],
        ],
      );
      return rows.length > 0;
    },

    /** Whether another living group has the name. */
    isNameTaken: (name: string, by: GroupId): Promise<boolean> =>
      manager
        .createQueryBuilder(GroupEntity, 'group')
        .where("lower(group.name) = lower(:name) and group.id <> :by and group.status <> 'DISSOLVED'", { name, by })
        .getExists(),

    /** Writes a group; of two that take a name in the same instant the later one is a conflict. */
    save: async (group: Group): Promise<Group> => {
      try {
        return await updateRow(manager, GroupEntity, group);
      } catch (error) {
        throw brokenConstraint(error) === 'student_group_name_unique' ? new ConcurrentWrite() : error;
      }
    },

    /** The living committees and councils of the given groups, by name. */
    listBodies: (actor: Actor, parentIds: readonly GroupId[]): Promise<readonly Group[]> =>
      visible(actor)
        .andWhere("group.parentId = any(:parentIds) and group.status <> 'DISSOLVED'", { parentIds })
        .orderBy('lower(group.name)')
        .addOrderBy('group.id')
        .getMany(),

    /** Adds a membership unless the member has an active one in the group; tells whether it was added. */
    async addMembership(membership: GroupMembership): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `insert into group_membership (id, group_id, member_id, status, since, version) values ($1, $2, $3, $4, $5, $6)
         on conflict (group_id, member_id) where status in ('INVITED', 'REQUESTED', 'ACTIVE') do nothing returning id`,
        [
          membership.id,
          membership.groupId,
          membership.memberId,
          membership.status,
          membership.since,
          membership.version,
        ],
      );
      return rows.length > 0;
    },

    /** Ends, at `until`, every active membership of a group or of a member, and returns what it ended. */
    async endMemberships(
      whose: { readonly groupId: GroupId } | { readonly memberId: MemberId },
      until: Date,
    ): Promise<readonly Pick<GroupMembership, 'groupId' | 'memberId'>[]> {
      const [column, id] = 'groupId' in whose ? ['group_id', whose.groupId] : ['member_id', whose.memberId];
      const ended: readonly [readonly { group_id: GroupId; member_id: MemberId }[], number] = await manager.query(
        `update group_membership set status = 'LEFT', until = greatest($2, since), version = version + 1
         where ${column} = $1 and status = 'ACTIVE' returning group_id, member_id`,
        [id, until],
      );
      return ended[0].map((row) => ({ groupId: row.group_id, memberId: row.member_id }));
    },

    saveMembership: (membership: GroupMembership): Promise<GroupMembership> =>
      updateRow(manager, GroupMembershipEntity, membership),
  };
}
