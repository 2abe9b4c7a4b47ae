import { parseId, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { requestError } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { toVersion, writtenVersion, type VersionRow } from './skill-rows.js';
import { skillPolicy } from './skill.policy.js';
import type { SkillId, SkillVersion, SkillVersionId } from './skill.js';

/** Reads and writes skills and their versions; what is not confirmed is read by editors alone. */
export type SkillRepository = ReturnType<typeof createSkillRepository>;

const versions = 'select v.*, s.slug from skill_version v join skill s on s.id = v.skill_id';
const visible = (parameter: string): string => `(v.status in ('CURRENT', 'REPLACED') or ${parameter}::boolean)`;

/** A repository over one connection or transaction. */
export function createSkillRepository(manager: EntityManager) {
  const list = async (query: string, values: readonly unknown[]): Promise<readonly SkillVersion[]> => {
    const rows: readonly VersionRow[] = await manager.query(query, [...values]);
    return rows.map(toVersion);
  };

  return {
    /** Every skill as it holds now, retired ones too, by name. There are few: they are chosen by hand. */
    listCurrent: (): Promise<readonly SkillVersion[]> =>
      list(`${versions} where v.status = 'CURRENT' order by lower(v.name_en), v.id`, []),

    /** The skills among `ids` as they hold now. */
    listCurrentOf: (ids: readonly SkillId[]): Promise<readonly SkillVersion[]> =>
      list(`${versions} where v.status = 'CURRENT' and v.skill_id = any($1::uuid[])`, [ids]),

    /** Skills that are shown, by name. */
    async page({ first, after }: PageRequest): Promise<Page<SkillVersion>> {
      const rows = await list(
        `${versions} where v.status = 'CURRENT' and not v.is_retired
           and ($1::text is null or (lower(v.name_en), v.skill_id) > ($1, $2::uuid))
         order by lower(v.name_en), v.skill_id limit $3`,
        [after?.[0] ?? null, after === undefined ? null : idOf(after), first + 1],
      );
      return toPage(rows, first, ({ nameEn, skillId }) => [nameEn.toLowerCase(), skillId]);
    },

    /** The versions of a skill that the viewer may see, the newest first. */
    async pageVersions(actor: Actor, skillId: SkillId, { first, after }: PageRequest): Promise<Page<SkillVersion>> {
      const rows = await list(
        `${versions} where v.skill_id = $1 and ${visible('$2')} and ($3::int is null or v.number < $3)
         order by v.number desc limit $4`,
        [skillId, skillPolicy.canSeeProposals(actor), numberOf(after), first + 1],
      );
      return toPage(rows, first, ({ number }) => [String(number)]);
    },

    /** Versions that wait for somebody's word, the oldest first; nothing for everybody who may not give it. */
    async pageProposed(actor: Actor, { first, after }: PageRequest): Promise<Page<SkillVersion>> {
      const rows = await list(
        `${versions} where v.status = 'PROPOSED' and $1::boolean
           and ($2::timestamptz is null or (v.proposed_at, v.id) > ($2, $3::uuid))
         order by v.proposed_at, v.id limit $4`,
        [
          skillPolicy.canSeeProposals(actor),
          after === undefined ? null : instantOf(after),
          after === undefined ? null : idOf(after),
          first + 1,
        ],
      );
      return toPage(rows, first, ({ proposedAt, id }) => [proposedAt.toISOString(), id]);
    },

    /** One version, or nothing when missing or hidden; nobody else changes its skill meanwhile. */
    async findVersionLocked(actor: Actor, id: SkillVersionId): Promise<SkillVersion | null> {
      await manager.query(
        'select 1 from skill where id = (select skill_id from skill_version where id = $1) for update',
        [id],
      );
      // Read after the lock is held: whoever held it before may have decided.
      const query = `${versions} where v.id = $1 and ${visible('$2')}`;
      const [version] = await list(query, [id, skillPolicy.canSeeProposals(actor)]);
      return version ?? null;
    },

    /** All versions of one skill, the newest first; nobody else changes the skill meanwhile. */
    async listVersionsLocked(skillId: SkillId): Promise<readonly SkillVersion[]> {
      await manager.query('select 1 from skill where id = $1 for update', [skillId]);
      return list(`${versions} where v.skill_id = $1 order by v.number desc`, [skillId]);
    },

    /** Makes a skill without any version; false when the slug is taken. */
    async addUnlessSlugTaken(id: SkillId, slug: string): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        'insert into skill (id, slug) values ($1, $2) on conflict (slug) do nothing returning 1',
        [id, slug],
      );
      return rows.length > 0;
    },

    /** Writes a new version. */
    async add(version: SkillVersion): Promise<SkillVersion> {
      await manager.query(
        `insert into skill_version select * from jsonb_populate_record(null::skill_version, $1::jsonb)`,
        [JSON.stringify(writtenVersion(version))],
      );
      return version;
    },

    /** Writes where a version stands; call it while nobody else can change its skill. */
    async save(version: SkillVersion): Promise<SkillVersion> {
      const { id, status, decidedBy, decidedAt, reason } = version;
      await manager.query(
        'update skill_version set status = $2, decided_by = $3, decided_at = $4, reason = $5 where id = $1',
        [id, status, decidedBy ?? null, decidedAt ?? null, reason ?? null],
      );
      return version;
    },
  };
}

const broken = () => requestError('BAD_USER_INPUT', 'after must be an endCursor of this connection.');

function idOf(after: readonly string[]): string {
  const id = parseId(after[1] ?? '');
  if (id === undefined) throw broken();
  return id;
}

function instantOf(after: readonly string[]): Date {
  const instant = new Date(after[0] ?? '');
  if (Number.isNaN(instant.getTime())) throw broken();
  return instant;
}

function numberOf(after: readonly string[] | undefined): number | null {
  if (after === undefined) return null;
  const number = Number(after[0]);
  if (!Number.isSafeInteger(number)) throw broken();
  return number;
}
