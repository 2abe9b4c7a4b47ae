import type { FieldProblem, FormValues } from '@guildhall/ui';
import type { DraftAchievementInput } from '../generated/achievement-forms/graphql.js';
import type { WrittenAchievementFragment } from '../generated/achievement/graphql.js';
import { criterionRow, criterionValues, emptyCriterion, readCriteria, readCriterion } from './criterion-rows.js';
import { countOf, missing, readWhole, textOf } from './form-texts.js';

/** How many criteria and skills there may be. */
export const rowsMax = { criteria: 6, skills: 8 } as const;

/** One skill as the form holds it. */
export type SkillRow = { readonly en: string; readonly zh: string };

/** A skill in which nothing is written. */
export const emptySkill: SkillRow = { en: '', zh: '' };

/** Skills as values of the form, each under the path the graph names its problems by. */
export function skillValues(rows: readonly SkillRow[]): Readonly<Record<string, string>> {
  const entries = rows.flatMap(({ en, zh }, index): [string, string][] => [
    [`skills.${index}.en`, en],
    [`skills.${index}.zh`, zh],
  ]);
  return { ...Object.fromEntries(entries), skillCount: String(rows.length) };
}

/** The skills that values of the form stand for. */
export function readSkills(values: FormValues): readonly SkillRow[] {
  return Array.from({ length: countOf(values, 'skillCount') }, (_, index) => ({
    en: textOf(values, `skills.${index}.en`),
    zh: textOf(values, `skills.${index}.zh`),
  }));
}

const plainFields = ['title.en', 'title.zh', 'summary.en', 'summary.zh'] as const;

/** A form in which nothing is written; it asks for one thing at least. */
export const emptyAchievement: FormValues = {
  ...Object.fromEntries(plainFields.map((field) => [field, ''])),
  ...criterionValues([emptyCriterion]),
  ...skillValues([]),
  validDays: '',
};

/** The form with an achievement as it is written. */
export function achievementValues(achievement: WrittenAchievementFragment): FormValues {
  const { title, summary, criteria, skills, validDays } = achievement;
  return {
    'title.en': title.en,
    'title.zh': title.zh,
    'summary.en': summary.en,
    'summary.zh': summary.zh,
    ...criterionValues(criteria.map(criterionRow)),
    ...skillValues(skills),
    validDays: validDays == null ? '' : String(validDays),
  };
}

/** What a form says as the graph takes it, or the fields that cannot be sent at all; the graph checks the rest. */
export type ReadAchievement =
  | { readonly input: DraftAchievementInput; readonly problems?: undefined }
  | { readonly input?: undefined; readonly problems: readonly FieldProblem[] };

/** Reads a form. What stands in a row but belongs to another kind of evidence is left out. */
export function readAchievement(values: FormValues): ReadAchievement {
  const criteria = readCriteria(values).map(readCriterion);
  const skills = readSkills(values);
  const validDays = readWhole(textOf(values, 'validDays'));
  const problems: readonly FieldProblem[] = [
    ...missing(Object.fromEntries(plainFields.map((field) => [field, textOf(values, field)]))),
    ...criteria.flatMap(({ problems: found }, index) =>
      found.map(({ path, rule }) => ({ path: `criteria.${index}.${path}`, rule })),
    ),
    ...skills.flatMap(({ en, zh }, index) => missing({ [`skills.${index}.en`]: en, [`skills.${index}.zh`]: zh })),
    ...(validDays === 'BAD' ? [{ path: 'validDays', rule: 'OUT_OF_RANGE' }] : []),
  ];
  if (problems.length > 0 || validDays === 'BAD') return { problems };
  const both = (field: 'title' | 'summary') => ({
    en: textOf(values, `${field}.en`),
    zh: textOf(values, `${field}.zh`),
  });
  return {
    input: {
      title: both('title'),
      summary: both('summary'),
      criteria: criteria.flatMap(({ input }) => input ?? []),
      skills: skills.map(({ en, zh }) => ({ en, zh })),
      validDays,
    },
  };
}
