import type { PositionKind, RecordKind, SkillContentInput, SkillRuleInput } from '../generated/graphql.js';
import { activityKinds } from '../activities/kinds.js';
import { recordKinds } from './record-filters.js';
import type { ShownSkill } from './skill-documents.js';

/** The kinds of office a rule can name. */
export const officeKinds = [
  'PRESIDENT',
  'TREASURER',
  'SECRETARY',
  'OFFICER',
  'WELFARE_LEAD',
  'UNION_OFFICER',
  'COURSE_REP',
] as const satisfies readonly PositionKind[];

/** What is written in the form of a skill. Each rule is a choice `KIND` or `KIND:condition`, so that none can contradict itself. */
export type SkillValues = {
  readonly slug: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly summaryEn: string;
  readonly summaryZh: string;
  readonly rules: readonly string[];
  readonly offices: readonly string[];
  readonly paths: readonly string[];
  readonly isRetired: boolean;
};

/** A form in which nothing is written. */
export const emptySkill: SkillValues = {
  slug: '',
  nameEn: '',
  nameZh: '',
  summaryEn: '',
  summaryZh: '',
  rules: [],
  offices: [],
  paths: [],
  isRetired: false,
};

/** The form with a skill as it holds. */
export function skillValues(skill: ShownSkill): SkillValues {
  const { nameEn, nameZh, summaryEn, summaryZh, rules } = skill;
  const keys = rules.map(({ kind, activityKind, positionKind, path }) =>
    [kind, activityKind ?? positionKind ?? path?.id].filter((part) => part != null).join(':'),
  );
  return {
    ...emptySkill,
    nameEn,
    nameZh,
    summaryEn,
    summaryZh,
    rules: keys.filter((key) => !key.startsWith('MANDATE') && !key.startsWith('PATH_STEP')),
    offices: keys.filter((key) => key.startsWith('MANDATE')),
    paths: keys.filter((key) => key.startsWith('PATH_STEP')),
  };
}

/** What the form says, as the graph takes it. */
export function readSkill({
  nameEn,
  nameZh,
  summaryEn,
  summaryZh,
  rules,
  offices,
  paths,
}: SkillValues): SkillContentInput {
  return { nameEn, nameZh, summaryEn, summaryZh, rules: [...rules, ...offices, ...paths].flatMap(readRule) };
}

function readRule(key: string): readonly SkillRuleInput[] {
  const [first, condition] = key.split(':');
  const kind: RecordKind | undefined = recordKinds.find((each) => each === first);
  if (kind === undefined) return [];
  if (condition === undefined) return [{ kind }];
  const activityKind = activityKinds.find((each) => each === condition);
  const positionKind = officeKinds.find((each) => each === condition);
  if (activityKind) return [{ kind, activityKind }];
  return positionKind ? [{ kind, positionKind }] : [{ kind, pathId: condition }];
}

/** The field of the form for a path of the input. */
export function skillField(path: string): string {
  return path.replace(/^content\./, '').replace(/^rules\..*$/, 'rules');
}
