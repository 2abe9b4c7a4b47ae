/*
 * What somebody proposes for a skill, checked.
 * Life: becomes the words and rules of one version. Owner: learning.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { PathId } from '../path/path.js';
import type { EvidenceKind } from '../record/record-fact.js';
import type { SkillContent, SkillRule } from './skill.js';

const rulesMax = 20;
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

type Condition = Exclude<keyof SkillRule, 'kind'>;

/** Which kinds of evidence each condition means anything for. */
const conditionOf: Readonly<Record<Condition, readonly EvidenceKind[]>> = {
  activityKind: ['ATTENDANCE', 'LED_ACTIVITY'],
  positionKind: ['MANDATE'],
  pathId: ['PATH_STEP'],
};

/** Checks the words and rules of a skill, and trims them; `known` are the paths that everybody can see. */
export function checkSkill(
  content: SkillContent,
  known: ReadonlySet<PathId>,
  slug?: string,
): Result<SkillContent, ValidationError> {
  const { nameEn, nameZh, summaryEn, summaryZh, rules } = content;
  const checks = new FieldChecks();
  if (slug !== undefined)
    checks
      .text('slug', slug, { min: 3, max: 60 })
      .that(
        slugPattern.test(slug),
        'slug',
        'BAD_FORMAT',
        'Use lower-case letters and digits with single hyphens between them.',
      );
  checks
    .text('content.nameEn', nameEn, { min: 3, max: 60 })
    .text('content.nameZh', nameZh, { min: 2, max: 30 })
    .text('content.summaryEn', summaryEn, { min: 10, max: 300 })
    .text('content.summaryZh', summaryZh, { min: 5, max: 150 })
    .that(rules.length > 0, 'content.rules', 'REQUIRED', 'Say what shows it: at least one rule.')
    .that(rules.length <= rulesMax, 'content.rules', 'TOO_LONG', `List at most ${rulesMax} rules.`);
  rules.slice(0, rulesMax).forEach((rule, index) => checkRule(checks, rule, { index, known }));
  return checks.finish({
    nameEn: nameEn.trim(),
    nameZh: nameZh.trim(),
    summaryEn: summaryEn.trim(),
    summaryZh: summaryZh.trim(),
    rules,
  });
}

function checkRule(
  checks: FieldChecks,
  rule: SkillRule,
  { index, known }: { readonly index: number; readonly known: ReadonlySet<PathId> },
): void {
  for (const [condition, kinds] of Object.entries(conditionOf) as [Condition, readonly EvidenceKind[]][])
    checks.that(
      rule[condition] === undefined || kinds.includes(rule.kind),
      `content.rules.${index}.${condition}`,
      'CONTRADICTION',
      `Evidence of the kind ${rule.kind} has no such thing.`,
    );
  checks.that(
    rule.pathId === undefined || known.has(rule.pathId),
    `content.rules.${index}.pathId`,
    'UNKNOWN',
    'Choose a path that is published.',
  );
}
