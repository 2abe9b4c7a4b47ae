/*
 * A skill and the evidence that shows it: words and rules in versions, each proposed by one person and confirmed by another.
 * Life: PROPOSED, then CURRENT until a later version replaces it; or DECLINED, or WITHDRAWN. Owner: learning.
 */
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { PathId } from '../path/path.js';
import type { ActivityKind } from '../path/step.js';
import type { Evidence } from '../record/evidence.js';
import type { EvidenceKind } from '../record/record-fact.js';

/** The id of a skill. */
export type SkillId = Id<'Skill'>;

/** The id of a version of a skill. */
export type SkillVersionId = Id<'SkillVersion'>;

/** The kinds of office, as membership names them in its events. */
export const positionKinds = [
  'PRESIDENT',
  'TREASURER',
  'SECRETARY',
  'OFFICER',
  'WELFARE_LEAD',
  'UNION_OFFICER',
  'COURSE_REP',
] as const;

/** A kind of office. */
export type SkillPositionKind = (typeof positionKinds)[number];

/** Evidence that shows a skill: of this kind and, where they are given, of this kind of activity, office and path. */
export type SkillRule = {
  readonly kind: EvidenceKind;
  readonly activityKind?: ActivityKind;
  readonly positionKind?: SkillPositionKind;
  readonly pathId?: PathId;
};

/** The words and rules of a skill. */
export type SkillContent = {
  readonly nameEn: string;
  readonly nameZh: string;
  readonly summaryEn: string;
  readonly summaryZh: string;
  readonly rules: readonly SkillRule[];
};

/** Where a version stands. */
export type SkillVersionStatus = 'PROPOSED' | 'CURRENT' | 'REPLACED' | 'DECLINED' | 'WITHDRAWN';

/** One version of a skill as stored, with the slug of the skill. */
export type SkillVersion = SkillContent & {
  readonly id: SkillVersionId;
  readonly skillId: SkillId;
  readonly slug: string;
  readonly number: number;
  readonly status: SkillVersionStatus;
  readonly isRetired: boolean;
  /** The key of the actor, as tokens carry it. */
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | undefined;
  readonly decidedAt: Date | undefined;
  readonly reason: string | undefined;
};

/** What can happen to a version. */
export type SkillVersionAction = 'CONFIRM' | 'DECLINE' | 'WITHDRAW' | 'REPLACE';

/** The life of a version. */
export const skillVersionLifecycle = defineLifecycle<SkillVersion, SkillVersionStatus, SkillVersionAction>(
  {
    name: 'SkillVersion',
    initial: ['PROPOSED'],
    states: ['PROPOSED', 'CURRENT', 'REPLACED', 'DECLINED', 'WITHDRAWN'],
    transitions: {
      CONFIRM: { from: ['PROPOSED'], to: ['CURRENT'] },
      DECLINE: { from: ['PROPOSED'], to: ['DECLINED'] },
      WITHDRAW: { from: ['PROPOSED'], to: ['WITHDRAWN'] },
      REPLACE: { from: ['CURRENT'], to: ['REPLACED'] },
    },
  },
  ({ status }) => status,
);

/** Who decides about a version, when, and why where it is refused. */
export type SkillDecision = { readonly by: string; readonly at: Date; readonly reason: string | undefined };

/** Takes a version one step on. What replaces it was decided about, not it: a replaced version keeps who confirmed it. */
export function moveSkillVersion(
  version: SkillVersion,
  action: SkillVersionAction,
  { by, at, reason }: SkillDecision,
): Result<SkillVersion, IllegalTransitionError> {
  const status = skillVersionLifecycle.next(action, version, at);
  if (!status.ok) return status;
  const moved = { ...version, status: status.value };
  return ok(action === 'REPLACE' ? moved : { ...moved, decidedBy: by, decidedAt: at, reason });
}

/** The skills among `skills` that a piece of evidence shows. What does not stand shows nothing, and so do retired skills. */
export function skillsShown(evidence: Evidence, skills: readonly SkillVersion[]): readonly SkillVersion[] {
  if (!evidence.isStanding) return [];
  return skills.filter(({ isRetired, rules }) => !isRetired && rules.some((rule) => shows(evidence, rule)));
}

function shows({ kind, detail }: Evidence, rule: SkillRule): boolean {
  return (
    rule.kind === kind &&
    (rule.activityKind === undefined || rule.activityKind === detail.activityKind) &&
    (rule.positionKind === undefined || rule.positionKind === detail.positionKind) &&
    (rule.pathId === undefined || rule.pathId === detail.pathId)
  );
}
