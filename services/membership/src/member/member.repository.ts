import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
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

const sharesGroup = `exists (select 1 from group_membership g where g.member_id = member.id and g.status = 'ACTIVE' and g.group_id = any(:groupIds))`;

/** A repository over one connection or transaction. */
export function createMemberRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Member> => {
    const scope = visibleMembers(actor);
    const query = manager.createQueryBuilder(MemberEntity, 'member');
    if (scope.everybody) return query.where("member.status <> 'ERASED'");
    return query.where(
      new Brackets((or) => {
        or.where("member.subject = :subject and member.status <> 'ERASED'", { subject: scope.subject ?? null });
        or.orWhere(
          scope.actives === 'all'
            ? "member.status = 'ACTIVE'"
            : `member.status = 'ACTIVE' and jsonb_path_exists(member.audiences, '$.* ? (@ == "PUBLIC")') and not is_blocked(:self, member.id)`,
          { self: scope.self ?? null },
        );
      }),
    );
  };

  const readSeen = async (actor: Actor, query: SelectQueryBuilder<Member>): Promise<readonly SeenMember[]> => {
    const groupIds = actor.kind === 'person' ? actor.groupIds : [];
    const { self } = visibleMembers(actor);
    const { entities, raw } = await query
      .addSelect(sharesGroup, 'shares_group')
      .addSelect('is_connected(:viewer, member.id)', 'is_connected')
      .addSelect('is_blocked(:viewer, member.id)', 'is_blocked')
      .setParameters({ groupIds, viewer: self ?? null })
      .getRawAndEntities<{ shares_group: boolean; is_connected: boolean; is_blocked: boolean }>();
    return entities.map((member, index) => ({
      member,
      standing: {
        sharesGroup: raw[index]?.shares_group ?? false,
        isConnected: raw[index]?.is_connected ?? false,
        isBlocked: raw[index]?.is_blocked ?? true,
      },
    }));
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
    async page(
      actor: Actor,
      { first, after }: PageRequest,
      { search, status }: MemberFilter,
    ): Promise<Page<SeenMember>> {
      const query = visible(actor);
      // Order and search tell the name, so a row is listed only to those who may see it, and may find its member.
      const audiences = listedAudiences(actor);
      const { subject, self } = visibleMembers(actor);
      if (audiences !== undefined)
        query.andWhere(
          `(member.audiences->>'displayName' = any(:audiences) and may_find(:lister, member.id) or member.subject = :own)`,
          { audiences, lister: self ?? null, own: subject ?? null },
        );
      if (search !== undefined)
        query.andWhere('lower(member.display_name) like :prefix', { prefix: `${escapeLike(search.toLowerCase())}%` });
      if (status !== undefined) query.andWhere('member.status = :status', { status });
      if (after !== undefined)
        query.andWhere('(lower(member.display_name), member.id) > (:name, :id)', { name: after[0], id: after[1] });
      const rows = await readSeen(
        actor,
        query
          .orderBy('lower(member.display_name)')
          .addOrderBy('member.id')
          .limit(first + 1),
      );
      return toPage(rows, first, ({ member }) => [member.displayName.toLowerCase(), member.id]);
    },

    /** What each of the members studies in now. Events carry these ids and never the names behind them. */
    async listConstituencies(ids: readonly MemberId[]): Promise<ReadonlyMap<MemberId, readonly Id<'Constituency'>[]>> {
      const rows: readonly { member_id: MemberId; constituency_ids: readonly Id<'Constituency'>[] }[] =
        await manager.query(
          'select member_id, array_agg(constituency_id) as constituency_ids from actor_constituency where member_id = any($1) group by member_id',
          [ids],
        );
      return new Map(rows.map((row) => [row.member_id, row.constituency_ids]));
    },

    /** Whether the member has their rights now; nobody takes them away until the transaction ends. */
    isActive: async (id: MemberId): Promise<boolean> =>
      (await manager
        .createQueryBuilder(MemberEntity, 'member')
        .where("member.id = :id and member.status = 'ACTIVE'", { id })
        .setLock('pessimistic_read')
        .getOne()) !== null,

    /** Whether another verified member has the student number. Applications may claim any: the number is checked before they count. */
    isNumberTaken: (studentNumber: string, by: MemberId): Promise<boolean> =>
      manager
        .createQueryBuilder(MemberEntity, 'member')
        .where(
          "member.studentNumber = :studentNumber and member.id <> :by and member.status not in ('APPLIED', 'REJECTED')",
          { studentNumber, by },
        )
        .getExists(),

    /** Waits for its turn and keeps it until the transaction ends: student numbers are handed out by one writer at a time. */
    lockNumbers: async (): Promise<void> =>
      void (await manager.query(`select pg_advisory_xact_lock(hashtext('member.student_number'))`)),

    /** Adds a record unless the subject has one; tells whether it was added. */
    async addUnlessKnown(member: Member): Promise<boolean> {
      const inserted: { readonly raw: unknown } = await manager
        .createQueryBuilder()
        .insert()
        .into(MemberEntity)
        .values(member)
        .orIgnore()
        .returning('id')
        .updateEntity(false)
        .execute();
      return Array.isArray(inserted.raw) && inserted.raw.length > 0;
    },

    /**
     * Every record with one of the subjects or verified student numbers, erased ones too, locked until the transaction
     * ends; and no other writer hands out student numbers meanwhile.
     */
    async listForRoll(
      actor: Actor,
      people: readonly Pick<Member, 'subject' | 'studentNumber'>[],
    ): Promise<readonly Member[]> {
      if (!visibleMembers(actor).everybody) return [];
      await this.lockNumbers();
      return manager
        .createQueryBuilder(MemberEntity, 'member')
        .where(
          "member.subject = any(:subjects) or (member.studentNumber = any(:numbers) and member.status not in ('APPLIED', 'REJECTED'))",
          {
            subjects: people.map(({ subject }) => subject),
            numbers: people.map(({ studentNumber }) => studentNumber),
          },
        )
        .orderBy('member.id')
        .setLock('pessimistic_write')
        .getMany();
    },

    /** Adds many records with one statement. */
    async addMany(members: readonly Member[]): Promise<void> {
      if (members.length > 0)
        await manager.query(`insert into member select * from jsonb_populate_recordset(null::member, $1::jsonb)`, [
          toRows(members),
        ]);
    },

    /** Writes what a roll may change of many records with one statement. The records were locked when they were read. */
    async saveMany(members: readonly Member[]): Promise<void> {
      if (members.length === 0) return;
      await manager.query(
        `update member m set student_number = r.student_number, faculty = r.faculty, programme = r.programme, level = r.level,
           year = r.year, status = r.status, status_reason = r.status_reason, status_until = r.status_until, version = m.version + 1
         from jsonb_populate_recordset(null::member, $1::jsonb) r where m.id = r.id and m.version = r.version`,
        [toRows(members)],
      );
    },

    save: (member: Member): Promise<Member> => updateRow(manager, MemberEntity, member),
  };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

/** Records as JSON with the names of the columns, for statements that write many. */
function toRows(members: readonly Member[]): string {
  const columns = Object.keys(MemberEntity.options.columns).map(
    (name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const,
  );
  const toRow = (member: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(columns.map(([name, column]) => [column, member[name] ?? null]));
  return JSON.stringify(members.map(toRow));
}
