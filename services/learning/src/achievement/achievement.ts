/*
 * An achievement: what a credential is given for, in words of both languages, with criteria and the skills it shows.
 * Life: drafted, published by somebody else than its author, retired; kept in versions that never change once published.
 * Owner: learning.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Criterion } from './criterion.js';

/** The id of one version of an achievement. */
export type AchievementId = Id<'Achievement'>;

/** Words in both languages of the platform. */
export type BothWords = { readonly en: string; readonly zh: string };

/** Where a version of an achievement stands. */
export type AchievementStatus = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** What an author writes. `validDays` is how long a credential for it lasts; nothing when it does not end. */
export type AchievementDraft = {
  readonly titleEn: string;
  readonly titleZh: string;
  readonly summaryEn: string;
  readonly summaryZh: string;
  readonly criteria: readonly Criterion[];
  readonly skills: readonly BothWords[];
  readonly validDays: number | undefined;
};

/** One version of an achievement as stored; `number` counts within the series from 1. */
export type Achievement = AchievementDraft & {
  readonly id: AchievementId;
  readonly seriesId: Id<'AchievementSeries'>;
  readonly number: number;
  readonly authorId: Id<'Member'>;
  readonly publisherId: Id<'Member'> | undefined;
  readonly status: AchievementStatus;
  readonly publishedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a version. */
export type AchievementAction = 'EDIT' | 'PUBLISH' | 'RETIRE' | 'DRAFT_VERSION' | 'DISCARD';

/** The life of a version. Its words and criteria change in a draft alone. */
export const achievementLifecycle = defineLifecycle<Achievement, AchievementStatus, AchievementAction>(
  {
    name: 'Achievement',
    initial: ['DRAFT'],
    states: ['DRAFT', 'PUBLISHED', 'RETIRED'],
    transitions: {
      EDIT: { from: ['DRAFT'], to: ['DRAFT'] },
      PUBLISH: { from: ['DRAFT'], to: ['PUBLISHED'] },
      RETIRE: { from: ['PUBLISHED'], to: ['RETIRED'] },
      // The version itself stays as it is; the next one begins as its copy.
      DRAFT_VERSION: { from: ['PUBLISHED'], to: ['PUBLISHED'] },
      // Nothing is left of the draft, so it has no state afterwards.
      DISCARD: { from: ['DRAFT'], to: ['DRAFT'] },
    },
  },
  ({ status }) => status,
);

const criteriaMax = 6;
const skillsMax = 8;
/** Five years, in minutes and in days, are more than anybody studies. */
const amountMax = 5 * 366 * 24 * 60;

/** The draft with its texts trimmed, or every rule it breaks. */
export function checkAchievement(draft: AchievementDraft): Result<AchievementDraft, ValidationError> {
  const checks = new FieldChecks()
    .text('title.en', draft.titleEn, { max: 80 })
    .text('title.zh', draft.titleZh, { max: 80 })
    .text('summary.en', draft.summaryEn, { max: 500 })
    .text('summary.zh', draft.summaryZh, { max: 500 })
    .that(draft.criteria.length > 0, 'criteria', 'REQUIRED', 'Ask for something.')
    .that(draft.criteria.length <= criteriaMax, 'criteria', 'TOO_LONG', `Ask for at most ${criteriaMax} things.`)
    .that(draft.skills.length <= skillsMax, 'skills', 'TOO_LONG', `Name at most ${skillsMax} skills.`);
  draft.criteria.forEach((criterion, index) => checkCriterion(checks, criterion, `criteria.${index}`));
  draft.skills.forEach(({ en, zh }, index) => {
    checks.text(`skills.${index}.en`, en, { max: 60 }).text(`skills.${index}.zh`, zh, { max: 60 });
  });
  if (draft.validDays !== undefined) checks.whole('validDays', draft.validDays, { min: 30, max: 3650 });
  return checks.finish({
    ...draft,
    titleEn: draft.titleEn.trim(),
    titleZh: draft.titleZh.trim(),
    summaryEn: draft.summaryEn.trim(),
    summaryZh: draft.summaryZh.trim(),
    skills: draft.skills.map(({ en, zh }) => ({ en: en.trim(), zh: zh.trim() })),
  });
}

const activityEvidence = ['ATTENDANCE', 'LED_ACTIVITY', 'VERIFIED_HOURS'];
const timedEvidence = ['VERIFIED_HOURS'];

/** A condition that no evidence of the kind can carry would never be met. */
function checkCriterion(checks: FieldChecks, criterion: Criterion, path: string): void {
  const { kind, measure, amount, activityKind, positionKind, pathId } = criterion;
  checks.whole(`${path}.amount`, amount, { min: 1, max: amountMax });
  const isMeasured = measure === 'COUNT' || (measure === 'MINUTES' ? timedEvidence.includes(kind) : kind === 'MANDATE');
  checks.that(isMeasured, `${path}.measure`, 'CONTRADICTION', 'Evidence of this kind is not measured so.');
  checks.that(
    activityKind === undefined || activityEvidence.includes(kind),
    `${path}.activityKind`,
    'CONTRADICTION',
    'Evidence of this kind is of no activity.',
  );
  checks.that(
    positionKind === undefined || kind === 'MANDATE',
    `${path}.positionKind`,
    'CONTRADICTION',
    'Evidence of this kind is of no office.',
  );
  checks.that(
    pathId === undefined || kind === 'PATH_STEP',
    `${path}.pathId`,
    'CONTRADICTION',
    'Evidence of this kind is of no path.',
  );
}

/** A new draft, the first of its series or the next one. */
export function draftAchievement(
  draft: AchievementDraft,
  by: Pick<Achievement, 'id' | 'seriesId' | 'number' | 'authorId'>,
): Achievement {
  return { ...draft, ...by, publisherId: undefined, status: 'DRAFT', publishedAt: undefined, version: 1 };
}

/** What publishing changes: the new version, and the one it replaces when there is one. */
export type AchievementPublication = { readonly published: Achievement; readonly retired: Achievement | undefined };

/** Publishes a draft and retires the version before; credentials issued for that one stay as they are. */
export function publishAchievement(
  achievement: Achievement,
  before: Achievement | undefined,
  { publisherId, now }: { readonly publisherId: Id<'Member'>; readonly now: Date },
): Result<AchievementPublication, IllegalTransitionError> {
  const status = achievementLifecycle.next('PUBLISH', achievement, now);
  if (!status.ok) return status;
  const published: Achievement = { ...achievement, status: status.value, publisherId, publishedAt: now };
  if (before === undefined) return ok({ published, retired: undefined });
  const retired = retireAchievement(before, now);
  return retired.ok ? ok({ published, retired: retired.value }) : err(retired.error);
}

/** Takes a version out of use: nobody claims it any more, and what was issued for it stands. */
export function retireAchievement(achievement: Achievement, now: Date): Result<Achievement, IllegalTransitionError> {
  const status = achievementLifecycle.next('RETIRE', achievement, now);
  return status.ok ? ok({ ...achievement, status: status.value }) : status;
}
