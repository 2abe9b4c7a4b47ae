import type { SkillRule, SkillVersion } from './skill.js';

/** A row of `skill_version` with the slug of its skill. */
export type VersionRow = {
  id: SkillVersion['id'];
  skill_id: SkillVersion['skillId'];
  slug: string;
  number: number;
  status: SkillVersion['status'];
  name_en: string;
  name_zh: string;
  summary_en: string;
  summary_zh: string;
  rules: SkillRule[];
  is_retired: boolean;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  reason: string | null;
};

/** A version as read. */
export function toVersion(row: VersionRow): SkillVersion {
  return {
    id: row.id,
    skillId: row.skill_id,
    slug: row.slug,
    number: row.number,
    status: row.status,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    summaryEn: row.summary_en,
    summaryZh: row.summary_zh,
    rules: row.rules,
    isRetired: row.is_retired,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    reason: row.reason ?? undefined,
  };
}

/** A version as written. */
export function writtenVersion(version: SkillVersion) {
  return {
    id: version.id,
    skill_id: version.skillId,
    number: version.number,
    status: version.status,
    name_en: version.nameEn,
    name_zh: version.nameZh,
    summary_en: version.summaryEn,
    summary_zh: version.summaryZh,
    rules: version.rules,
    is_retired: version.isRetired,
    proposed_by: version.proposedBy,
    proposed_at: version.proposedAt,
    decided_by: version.decidedBy ?? null,
    decided_at: version.decidedAt ?? null,
    reason: version.reason ?? null,
  };
}
