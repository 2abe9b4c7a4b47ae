/*
 * Growth: what a member's standing evidence comes to, by term, with the skills it shows.
 * Life: computed whenever it is looked at; there is no score to store. Owner: learning.
 */
import { skillsShown, type SkillVersion } from '../skill/skill.js';
import { sideOf, type GrowthSide } from './growth-rules.js';
import type { RecordEntry } from './record-entry.js';
import type { Term } from './term-rules.js';

/** One side of a term, the newest evidence first. */
export type GrowthStrand = { readonly evidence: readonly RecordEntry[] };

/** A skill and what shows it in a term, the newest evidence first. */
export type SkillShown = { readonly skill: SkillVersion; readonly evidence: readonly RecordEntry[] };

/** One term of one member. */
export type GrowthTerm = { readonly term: Term } & Readonly<Record<GrowthSide, GrowthStrand>> & {
    readonly skills: readonly SkillShown[];
  };

/** Whether evidence belongs to a term: an office belongs to every term it was held in. */
export function isInTerm({ happenedAt, until }: RecordEntry, { startsAt, endsAt }: Term): boolean {
  return happenedAt < endsAt && (until === undefined ? happenedAt >= startsAt : until > startsAt);
}

/** Cuts a record into terms. Evidence that does not stand is left out. */
export function growthOf(
  entries: readonly RecordEntry[],
  terms: readonly Term[],
  skills: readonly SkillVersion[],
): readonly GrowthTerm[] {
  const standing = entries
    .filter(({ isStanding }) => isStanding)
    .toSorted((one, other) => other.happenedAt.getTime() - one.happenedAt.getTime() || (one.id < other.id ? 1 : -1));
  return terms.map((term) => {
    const inTerm = standing.filter((entry) => isInTerm(entry, term));
    const strand = (side: GrowthSide): GrowthStrand => ({
      evidence: inTerm.filter(({ kind }) => sideOf[kind] === side),
    });
    return { term, did: strand('did'), learned: strand('learned'), led: strand('led'), skills: shown(inTerm, skills) };
  });
}

function shown(inTerm: readonly RecordEntry[], skills: readonly SkillVersion[]): readonly SkillShown[] {
  return skills
    .map((skill) => ({ skill, evidence: inTerm.filter((entry) => skillsShown(entry, [skill]).length > 0) }))
    .filter(({ evidence }) => evidence.length > 0);
}
