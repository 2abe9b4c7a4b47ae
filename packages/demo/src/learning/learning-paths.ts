import type { Id } from '@guildhall/kernel';
import type { ActivityKind } from '../activities/activity.js';
import { type WrittenPath, writtenPaths } from '../corpus/paths.js';
import { fixedId } from '../fixed-id.js';
import { guideId } from './resources.js';

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

/** One step of a version of a path; positions count from 1. */
export type DemoStep = {
  readonly id: Id<'Step'>;
  readonly position: number;
  readonly title: string;
  readonly kind: StepKind;
  readonly resourceId?: Id<'Resource'>;
  readonly activityKind?: ActivityKind;
  /** For how many days a mandate must have been held. */
  readonly daysRequired?: number;
  /** How many verified hours are needed. */
  readonly hoursRequired?: number;
};

/** A version of a path; whoever enrols stays with the version of that day. */
export type DemoPathVersion = {
  readonly id: Id<'PathVersion'>;
  readonly pathId: Id<'LearningPath'>;
  readonly version: number;
  readonly status: 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'RETIRED';
  readonly steps: readonly DemoStep[];
};

/** A learning path with all its versions, oldest first. */
export type DemoLearningPath = {
  readonly id: Id<'LearningPath'>;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly versions: readonly DemoPathVersion[];
};

/** Days for which an office must be held where a step asks for it. */
const mandateDays = 30;

/** Paths whose first version, a step shorter, has been replaced, and those whose next version is being written. */
const revised = new Set(['study-well', 'lead-a-group', 'first-weeks', 'inclusive-events']);
const inPreparation: ReadonlyMap<string, 'DRAFT' | 'IN_REVIEW'> = new Map([
  ['treasurer', 'DRAFT'],
  ['course-rep', 'IN_REVIEW'],
]);

const stepKinds: readonly StepKind[] = [
  'READ',
  'WATCH',
  'QUIZ',
  'REFLECT',
  'ATTEND',
  'HOLD_MANDATE',
  'VERIFIED_HOURS',
  'PEER_REVIEW',
  'TEACH',
];
const activityKinds: readonly ActivityKind[] = [
  'CULTURAL_PERFORMANCE',
  'SPORT',
  'SOCIAL',
  'SOCIAL_PRACTICE',
  'VOLUNTARY_SERVICE',
  'TRAINING',
  'MEETING',
  'CAMPAIGN',
];

/** All 24 paths; they are the same for every anchor and size. */
export function demoUnionLearningPaths(): readonly DemoLearningPath[] {
  return writtenPaths.map((written) => {
    const { slug, title, summary } = written;
    return { id: fixedId<'LearningPath'>(`path/${slug}`), slug, title, summary, versions: versionsOf(written) };
  });
}

/** The version of a path that people enrol on now. */
export function publishedVersion({ slug, versions }: DemoLearningPath): DemoPathVersion {
  const version = versions.find(({ status }) => status === 'PUBLISHED');
  if (!version) throw new RangeError(`path ${slug} has no published version`);
  return version;
}

function versionsOf(written: WrittenPath): readonly DemoPathVersion[] {
  const version = (number: number, status: DemoPathVersion['status'], stepCount: number): DemoPathVersion => ({
    id: fixedId<'PathVersion'>(`path/${written.slug}/${number}`),
    pathId: fixedId<'LearningPath'>(`path/${written.slug}`),
    version: number,
    status,
    steps: written.steps.slice(0, stepCount).map((step, index) => stepOf(`${written.slug}/${number}`, index + 1, step)),
  });
  const all = written.steps.length;
  if (revised.has(written.slug)) return [version(1, 'RETIRED', all - 1), version(2, 'PUBLISHED', all)];
  const next = inPreparation.get(written.slug);
  return next ? [version(1, 'PUBLISHED', all), version(2, next, all)] : [version(1, 'PUBLISHED', all)];
}

function stepOf(path: string, position: number, written: WrittenPath['steps'][number]): DemoStep {
  const kind = stepKinds.find((known) => known === written.kind);
  if (!kind) throw new RangeError(`unknown kind of step ${written.kind}`);
  const activityKind = activityKinds.find((known) => known === written.refersTo);
  return {
    id: fixedId<'Step'>(`step/${path}/${position}`),
    position,
    title: written.title,
    kind,
    ...((kind === 'READ' || kind === 'WATCH') && { resourceId: guideId({ key: written.refersTo, language: 'en' }) }),
    ...(activityKind && { activityKind }),
    ...(kind === 'HOLD_MANDATE' && { daysRequired: mandateDays }),
    ...(kind === 'VERIFIED_HOURS' && { hoursRequired: 20 }),
  };
}
