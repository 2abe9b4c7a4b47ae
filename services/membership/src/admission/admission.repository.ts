import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { AdmissionEntity } from './admission.entity.js';
import { asTheGroupSees, type Admission, type AdmissionId, type AdmissionKind } from './admission.js';
import { admissionPolicy, visibleAdmissions } from './admission.policy.js';

/** Reads and writes requests to join groups and invitations to them; every read takes the actor. */
export type AdmissionRepository = ReturnType<typeof createAdmissionRepository>;

/** Between a blocked pair an invitation is as if it had never been sent. */
const told = "not (admission.kind = 'INVITATION' and is_blocked(admission.asked_by, admission.member_id))";
const waiting = "admission.status in ('INVITED', 'REQUESTED')";
/** Declining an invitation is silent: to the group it waits until its time is over, or until something newer began. */
const waitingForGroup = `(${waiting} or (admission.status = 'DECLINED' and admission.kind = 'INVITATION' and not exists (
  select 1 from group_membership newer where newer.group_id = admission.group_id and newer.member_id = admission.member_id
    and newer.status in ('INVITED', 'REQUESTED', 'ACTIVE'))))`;

/** A repository over one connection or transaction. */
export function createAdmissionRepository(manager: EntityManager) {
  const all = (): SelectQueryBuilder<Admission> =>
    manager.createQueryBuilder(AdmissionEntity, 'admission').where('admission.kind is not null');
  const visible = (actor: Actor): SelectQueryBuilder<Admission> => {
    const { all: everything, memberId, groupIds } = visibleAdmissions(actor);
    if (everything) return all();
    return all().andWhere(
      new Brackets((or) =>
        or
          .where('admission.groupId = any(:groupIds)', { groupIds })
          .orWhere(`(admission.memberId = :own and ${told})`, { own: memberId ?? null }),
      ),
    );
  };
  const own = (actor: Actor, now: Date): SelectQueryBuilder<Admission> =>
    all()
      .andWhere(`admission.memberId = :own and ${waiting} and ${told}`, {
        own: visibleAdmissions(actor).memberId ?? null,
      })
      .andWhere('admission.expiresAt > :now', { now });

  /** Of those who wait, the ones the viewer is blocked with: their words are not for each other. */
  const listBlocked = async (
    rows: readonly Admission[],
    viewer: MemberId | undefined,
  ): Promise<ReadonlySet<MemberId>> => {
    const blocked: readonly { id: MemberId }[] = await manager.query(
      'select m.id from unnest($1::uuid[]) as m(id) where is_blocked(m.id, $2)',
      [rows.map(({ memberId }) => memberId), viewer ?? null],
    );
    return new Set(blocked.map(({ id }) => id));
  };

  return {
    /** One request or invitation, whatever became of it, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: AdmissionId): Promise<Admission | null> =>
      visible(actor).andWhere('admission.id = :id', { id }).getOne(),

    /** What waits between the group and the member, told or not. The group is locked by whoever asks. */
    findWaiting: (groupId: GroupId, memberId: MemberId): Promise<Admission | null> =>
      all()
        .andWhere(`admission.groupId = :groupId and admission.memberId = :memberId and ${waiting}`, {
          groupId,
          memberId,
        })
        .getOne(),

    /** The invitation that the group still takes for waiting, although the member declined it. */
    findSilent: (groupId: GroupId, memberId: MemberId, now: Date): Promise<Admission | null> =>
      all()
        .andWhere("admission.groupId = :groupId and admission.memberId = :memberId and admission.kind = 'INVITATION'", {
          groupId,
          memberId,
        })
        .andWhere("admission.status = 'DECLINED' and admission.expiresAt > :now", { now })
        .orderBy('admission.askedAt', 'DESC')
        .getOne(),

    /** What waits between the actor and each of the groups, as far as they were told. */
    listOwn: (actor: Actor, groupIds: readonly GroupId[], now: Date): Promise<readonly Admission[]> =>
      own(actor, now).andWhere('admission.groupId = any(:groupIds)', { groupIds }).getMany(),

    /** What waits between the actor and any group, oldest first. */
    async pageOwn(actor: Actor, { first, after }: PageRequest, now: Date): Promise<Page<Admission>> {
      const rows = await paged(own(actor, now), after)
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, keyOf);
    },

    /** Who waits to come into the group, oldest first, as the group sees it; empty for actors who do not decide. */
    async pageWaiting(
      actor: Actor,
      {
        groupId,
        kind,
        now,
      }: { readonly groupId: GroupId; readonly kind: AdmissionKind | undefined; readonly now: Date },
      { first, after }: PageRequest,
    ): Promise<Page<Admission>> {
      if (!admissionPolicy.canSeeWaiting(actor, groupId)) return toPage([], first, () => []);
      const query = all()
        .andWhere(`admission.groupId = :groupId and ${waitingForGroup}`, { groupId })
        .andWhere('admission.expiresAt > :now', { now });
      if (kind !== undefined) query.andWhere('admission.kind = :kind', { kind });
      const rows = await paged(query, after)
        .limit(first + 1)
        .getMany();
      const hushed = await listBlocked(rows, visibleAdmissions(actor).memberId);
      const seen = rows.map((row) => asTheGroupSees(hushed.has(row.memberId) ? { ...row, words: undefined } : row));
      return toPage(seen, first, keyOf);
    },

    /** How many requests wait in each of the groups. */
    async countRequests(groupIds: readonly GroupId[], now: Date): Promise<ReadonlyMap<GroupId, number>> {
      const rows: readonly { group_id: GroupId; requests: number }[] = await manager.query(
        `select group_id, count(*)::int as requests from group_membership
         where group_id = any($1) and status = 'REQUESTED' and expires_at > $2 group by group_id`,
        [groupIds, now],
      );
      return new Map(rows.map((row) => [row.group_id, row.requests]));
    },

    /** Adds a request or an invitation unless the person has a live row in the group; tells whether it was added. */
    async addUnlessLive(admission: Admission): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `insert into group_membership (id, group_id, member_id, status, kind, words, asked_by, asked_at, expires_at, since, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (group_id, member_id) where status in ('INVITED', 'REQUESTED', 'ACTIVE') do nothing returning id`,
        [
          ...[admission.id, admission.groupId, admission.memberId, admission.status, admission.kind],
          ...[admission.words ?? null, admission.askedBy, admission.askedAt, admission.expiresAt],
          ...[admission.since, admission.version],
        ],
      );
      return rows.length > 0;
    },

    save: (admission: Admission): Promise<Admission> => updateRow(manager, AdmissionEntity, admission),

    /** Ends everything that waits in a group, because the group ends. */
    endWaiting: async (groupId: GroupId, now: Date): Promise<void> =>
      void (await manager.query(
        `update group_membership set status = 'WITHDRAWN', until = greatest($2, since), version = version + 1
         where group_id = $1 and status in ('INVITED', 'REQUESTED')`,
        [groupId, now],
      )),
  };
}

function paged(query: SelectQueryBuilder<Admission>, after: PageRequest['after']): SelectQueryBuilder<Admission> {
  if (after !== undefined)
    query.andWhere('(admission.askedAt, admission.id) > (:askedAt, :id)', { askedAt: after[0], id: after[1] });
  return query.orderBy('admission.askedAt').addOrderBy('admission.id');
}

function keyOf({ askedAt, id }: Admission): readonly string[] {
  return [askedAt.toISOString(), id];
}
