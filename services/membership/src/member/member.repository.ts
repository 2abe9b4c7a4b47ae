import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { MemberEntity } from './member.entity.js';
import type { Member, MemberId } from './member.js';
import { visibleMembers, type Standing } from './member.policy.js';

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
        or.where('member.id = :self', { self: scope.self ?? null });
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

    /** Members by display name, from those whose name the actor may see; a search matches the beginning of the name. */
    async page(actor: Actor, { first, after }: PageRequest, search: string | undefined): Promise<Page<SeenMember>> {
      // Order and search tell the name, so a row is listed only to those who may see it.
      const { self } = visibleMembers(actor);
      const audiences = self === undefined ? ['PUBLIC'] : ['PUBLIC', 'MEMBERS'];
      const query = visible(actor).andWhere(`(member.audiences->>'displayName' = any(:audiences) or member.id = :own)`, { audiences, own: self ?? null });
      if (search !== undefined) query.andWhere('lower(member.display_name) like :prefix', { prefix: `${escapeLike(search.toLowerCase())}%` });
      if (after !== undefined) query.andWhere('(lower(member.display_name), member.id) > (:name, :id)', { name: after[0], id: after[1] });
      const rows = await readSeen(actor, query.orderBy('lower(member.display_name)').addOrderBy('member.id').limit(first + 1));
      return toPage(rows, first, ({ member }) => [member.displayName.toLowerCase(), member.id]);
    },

    add: (member: Member): Promise<Member> => insertRow(manager, MemberEntity, member),
    save: (member: Member): Promise<Member> => updateRow(manager, MemberEntity, member),
  };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
