import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { MemberEntity } from './member.entity.js';
import type { Member, MemberId, MemberStatus } from './member.js';
import { listedAudiences, visibleMembers, type Standing } from './member.policy.js';

/** Narrows the list of members; absent means no narrowing. */
export type MemberFilter = { readonly search: string | undefined; readonly status: MemberStatus | undefined };

/** A member as one viewer may meet them. */
export type SeenMember = { readonly member: Member; readonly standing: Standing };

/** Reads and writes members; every read takes the actor. */
export type MemberRepository = ReturnType<typeof createMemberRepository>;

/** A repository over one connection or transaction. */
export function createMemberRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Member> => {
    const scope = visibleMembers(actor);
    const query = manager.createQueryBuilder(MemberEntity, 'member');
    if (scope.everybody) return query.where("member.status <> 'ERASED'");
    return query.where(
      new Brackets((or) => {
        or.where("member.subject = :subject and member.status <> 'ERASED'", { subject: scope.subject ?? null });
        or.orWhere(scope.actives === 'all' ? "member.status = 'ACTIVE'" : `member.status = 'ACTIVE' and jsonb_path_exists(member.audiences, '$.* ? (@ == "PUBLIC")')`);
      }),
    );
  };

  const readSeen = async (actor: Actor, query: SelectQueryBuilder<Member>): Promise<readonly SeenMember[]> => {
    const groupIds = actor.kind === 'person' ? actor.groupIds : [];
    const sharesGroup = `exists (select 1 from group_membership g where g.member_id = member.id and g.status = 'ACTIVE' and g.group_id = any(:groupIds))`;
    const { entities, raw } = await query.addSelect(sharesGroup, 'shares_group').setParameter('groupIds', groupIds).getRawAndEntities<{ shares_group: boolean }>();
    return entities.map((member, index) => ({ member, standing: { sharesGroup: raw[index]?.shares_group ?? false } }));
  };

  return {
    /** The members among `ids` that the actor may know of, in no particular order. */
    listVisible: (actor: Actor, ids: readonly MemberId[]): Promise<readonly SeenMember[]> =>
      readSeen(actor, visible(actor).andWhere('member.id = any(:ids)', { ids })),

    /** One member, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: MemberId): Promise<Member | null> =>
      visible(actor).andWhere('member.id = :id', { id }).getOne(),

    /** The actor's own record, whatever its status; nothing for people whom the register does not know. */
    async findOwn(actor: Actor): Promise<SeenMember | null> {
      const { subject } = visibleMembers(actor);
      if (subject === undefined) return null;
      const [own] = await readSeen(actor, visible(actor).andWhere('member.subject = :own', { own: subject }));
      return own ?? null;
    },

    /** Members by display name, from those whose name the actor may see; a search matches the beginning of the name. */
    async page(actor: Actor, { first, after }: PageRequest, { search, status }: MemberFilter): Promise<Page<SeenMember>> {
      const query = visible(actor);
      // Order and search tell the name, so a row is listed only to those who may see it.
      const audiences = listedAudiences(actor);
      const { subject } = visibleMembers(actor);
      if (audiences !== undefined) query.andWhere(`(member.audiences->>'displayName' = any(:audiences) or member.subject = :own)`, { audiences, own: subject ?? null });
      if (search !== undefined) query.andWhere('lower(member.display_name) like :prefix', { prefix: `${escapeLike(search.toLowerCase())}%` });
      if (status !== undefined) query.andWhere('member.status = :status', { status });
      if (after !== undefined) query.andWhere('(lower(member.display_name), member.id) > (:name, :id)', { name: after[0], id: after[1] });
      const rows = await readSeen(actor, query.orderBy('lower(member.display_name)').addOrderBy('member.id').limit(first + 1));
      return toPage(rows, first, ({ member }) => [member.displayName.toLowerCase(), member.id]);
    },

    /** Whether the member has their rights now; nobody takes them away until the transaction ends. */
    isActive: async (id: MemberId): Promise<boolean> =>
      (await manager.createQueryBuilder(MemberEntity, 'member').where("member.id = :id and member.status = 'ACTIVE'", { id }).setLock('pessimistic_read').getOne()) !== null,

    /** Whether another verified member has the student number. Applications may claim any: the number is checked before they count. */
    isNumberTaken: (studentNumber: string, by: MemberId): Promise<boolean> =>
      manager
        .createQueryBuilder(MemberEntity, 'member')
        .where("member.studentNumber = :studentNumber and member.id <> :by and member.status not in ('APPLIED', 'REJECTED')", { studentNumber, by })
        .getExists(),

    /** Waits for its turn and keeps it until the transaction ends: student numbers are handed out by one writer at a time. */
    lockNumbers: async (): Promise<void> => void (await manager.query(`select pg_advisory_xact_lock(hashtext('member.student_number'))`)),

    /** Adds a record unless the subject has one; tells whether it was added. */
    async addUnlessKnown(member: Member): Promise<boolean> {
      const { raw } = await manager.createQueryBuilder().insert().into(MemberEntity).values(member).orIgnore().returning('id').updateEntity(false).execute();
      return Array.isArray(raw) && raw.length > 0;
    },

    save: (member: Member): Promise<Member> => updateRow(manager, MemberEntity, member),
  };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
