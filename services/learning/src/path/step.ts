/*
 * A step of one version of a learning path.
 * Life: that of its version; it never changes once the version is submitted. Owner: learning.
 */
import { FieldChecks, ok, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ResourceId } from '../resource/resource.js';
import type { LearningPath, PathId, PathVersionId } from './path.js';

/** The id of a step. */
export type StepId = Id<'Step'>;

/** What a step asks for. */
export type StepKind =
  | 'READ'
  | 'WATCH'
  | 'QUIZ'
  | 'REFLECT'
  | 'ATTEND'
  | 'HOLD_MANDATE'
  | 'VERIFIED_HOURS'
  | 'PEER_REVIEW'
  | 'TEACH';

/** What an activity is, as the activities service names it in its events. */
export type ActivityKind =
  | 'CULTURAL_PERFORMANCE'
  | 'SPORT'
  | 'SOCIAL'
  | 'SOCIAL_PRACTICE'
  | 'VOLUNTARY_SERVICE'
  | 'TRAINING'
  | 'MEETING'
  | 'CAMPAIGN';

/** What an author says of one step; each requirement belongs to some kinds alone. */
export type StepDraft = {
  readonly title: string;
  readonly kind: StepKind;
  /** Of READ and WATCH. */
  readonly resourceId: ResourceId | undefined;
  /** Of ATTEND. */
  readonly activityKind: ActivityKind | undefined;
  /** Of HOLD_MANDATE. */
  readonly daysRequired: number | undefined;
  /** Of VERIFIED_HOURS. */
  readonly hoursRequired: number | undefined;
};

/** A step as stored; positions count from 1. */
export type Step = StepDraft & {
  readonly id: StepId;
  readonly pathVersionId: PathVersionId;
  readonly position: number;
};

/** The kinds that members pass by themselves, without evidence. */
export const ownKinds: readonly StepKind[] = ['READ', 'WATCH', 'REFLECT'];

const stepsMax = 40;
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

type Requirement = 'resourceId' | 'activityKind' | 'daysRequired' | 'hoursRequired';

/** Which kinds need which requirement; the table's checks say the same. */
const requiredBy: Readonly<Record<Requirement, readonly StepKind[]>> = {
  resourceId: ['READ', 'WATCH'],
  activityKind: ['ATTEND'],
  daysRequired: ['HOLD_MANDATE'],
  hoursRequired: ['VERIFIED_HOURS'],
};

/** Checks the steps of a version; `known` are the resources that are in the library. */
export function checkSteps(
  drafts: readonly StepDraft[],
  known: ReadonlySet<ResourceId>,
  checks = new FieldChecks(),
): FieldChecks {
  checks.that(drafts.length > 0, 'steps', 'REQUIRED', 'Write at least one step.');
  checks.that(drafts.length <= stepsMax, 'steps', 'TOO_LONG', `List at most ${stepsMax} steps.`);
  drafts.slice(0, stepsMax).forEach((draft, index) => {
    checks.text(`steps.${index}.title`, draft.title, { min: 3, max: 120 });
    for (const [requirement, kinds] of Object.entries(requiredBy) as [Requirement, readonly StepKind[]][]) {
      const needs = kinds.includes(draft.kind);
      const has = draft[requirement] !== undefined;
      checks.that(
        has || !needs,
        `steps.${index}.${requirement}`,
        'REQUIRED',
        `A step of the kind ${draft.kind} needs this.`,
      );
      checks.that(
        needs || !has,
        `steps.${index}.${requirement}`,
        'CONTRADICTION',
        `A step of the kind ${draft.kind} has no such thing.`,
      );
    }
    if (draft.daysRequired !== undefined)
      checks.whole(`steps.${index}.daysRequired`, draft.daysRequired, { min: 1, max: 730 });
    if (draft.hoursRequired !== undefined)
      checks.whole(`steps.${index}.hoursRequired`, draft.hoursRequired, { min: 1, max: 1000 });
    const isKnown = draft.resourceId === undefined || known.has(draft.resourceId);
    checks.that(isKnown, `steps.${index}.resourceId`, 'UNKNOWN', 'Choose a resource that is in the library.');
  });
  return checks;
}

/** Gives checked steps their ids and places. */
export function placeSteps(
  drafts: readonly StepDraft[],
  pathVersionId: PathVersionId,
  nextId: () => StepId,
): readonly Step[] {
  return drafts.map((draft, index) => ({
    ...draft,
    title: draft.title.trim(),
    id: nextId(),
    pathVersionId,
    position: index + 1,
  }));
}

/** What an author says of a new path. */
export type PathDraft = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly StepDraft[];
};

/** Checks a new path together with the steps of its first version. */
export function draftPath(
  draft: PathDraft,
  id: PathId,
  known: ReadonlySet<ResourceId>,
): Result<LearningPath, ValidationError> {
  const path = { id, slug: draft.slug, title: draft.title.trim(), summary: draft.summary.trim() };
  const checks = new FieldChecks()
    .text('slug', path.slug, { min: 3, max: 60 })
    .that(
      slugPattern.test(path.slug),
      'slug',
      'BAD_FORMAT',
      'Use lower-case letters and digits with single hyphens between them.',
    )
    .text('title', path.title, { min: 3, max: 120 })
    .text('summary', path.summary, { min: 10, max: 500 });
  const checked = checkSteps(draft.steps, known, checks).finish(path);
  return checked.ok ? ok(checked.value) : checked;
}
