/*
 * What authors write of paths and their steps, and the rules it must keep.
 * Life: input alone. Owner: learning.
 */
import { FieldChecks, ok, toId, type Result, type ValidationError } from '@guildhall/kernel';
import type { ResourceId } from '../resource/resource.js';
import type { LearningPath, PathId, PathVersionId } from './path.js';
import type { Step, StepDraft, StepId, StepKey, StepKind } from './step.js';

const stepsMax = 40;
const criteriaMax = 5;
const prerequisitesMax = 5;
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

type Requirement = 'resourceId' | 'activityKind' | 'daysRequired' | 'hoursRequired';

/** Which kinds need which requirement; the table's checks say the same. */
const requiredBy: Readonly<Record<Requirement, readonly StepKind[]>> = {
  resourceId: ['READ', 'WATCH'],
  activityKind: ['ATTEND'],
  daysRequired: ['HOLD_MANDATE'],
  hoursRequired: ['VERIFIED_HOURS'],
};

/** What an author's steps may refer to. */
export type KnownThings = {
  /** The resources that are in the library. */
  readonly resources: ReadonlySet<ResourceId>;
  /** The steps of other versions of this path, by key. */
  readonly keys: ReadonlyMap<StepKey, StepKind>;
  /** The other paths that are open to enrol on. */
  readonly paths: ReadonlySet<PathId>;
};

/** What a version asks for: its steps, and the paths to complete before one may enrol. */
export type VersionDraft = { readonly steps: readonly StepDraft[]; readonly prerequisites: readonly PathId[] };

/** Checks the steps and prerequisites of a version. */
export function checkVersion(draft: VersionDraft, known: KnownThings, checks = new FieldChecks()): FieldChecks {
  const { steps, prerequisites } = draft;
  checks.that(steps.length > 0, 'steps', 'REQUIRED', 'Write at least one step.');
  checks.that(steps.length <= stepsMax, 'steps', 'TOO_LONG', `List at most ${stepsMax} steps.`);
  steps.slice(0, stepsMax).forEach((step, index) => checkStep(checks, step, index, known));
  const keys = steps.flatMap(({ key }) => (key === undefined ? [] : [key]));
  checks.that(new Set(keys).size === keys.length, 'steps', 'CONTRADICTION', 'Carry each earlier step on once.');
  const most = `List at most ${prerequisitesMax} paths.`;
  checks.that(prerequisites.length <= prerequisitesMax, 'prerequisites', 'TOO_LONG', most);
  prerequisites.slice(0, prerequisitesMax).forEach((pathId, index) => {
    checks.that(known.paths.has(pathId), `prerequisites.${index}`, 'UNKNOWN', 'Choose another path that is open.');
  });
  return checks;
}

function checkStep(checks: FieldChecks, draft: StepDraft, index: number, known: KnownThings): void {
  const at = (field: string): string => `steps.${index}.${field}`;
  checks.text(at('title'), draft.title, { min: 3, max: 120 });
  checkRequirements(checks, draft, at);
  const { resourceId, key } = draft;
  const isInLibrary = resourceId === undefined || known.resources.has(resourceId);
  checks.that(isInLibrary, at('resourceId'), 'UNKNOWN', 'Choose a resource that is in the library.');
  if (draft.guidance !== undefined) checks.text(at('guidance'), draft.guidance, { min: 0, max: 1000 });
  const mayHaveRubric = draft.kind === 'PEER_REVIEW' || draft.rubric.length === 0;
  checks.that(mayHaveRubric, at('rubric'), 'CONTRADICTION', `A step of the kind ${draft.kind} has no such thing.`);
  checks.textList(at('rubric'), draft.rubric, { max: criteriaMax, maxLength: 200 });
  const areEarlier = (draft.requires ?? []).every((one) => Number.isInteger(one) && one >= 1 && one <= index);
  checks.that(areEarlier, at('requires'), 'OUT_OF_RANGE', 'Name steps that come before this one.');
  checks.that(key === undefined || known.keys.has(key), at('key'), 'UNKNOWN', 'Carry on a step of this path.');
  const kindBefore = key === undefined ? undefined : known.keys.get(key);
  const isSameKind = kindBefore === undefined || kindBefore === draft.kind;
  checks.that(isSameKind, at('kind'), 'CONTRADICTION', 'A step that is carried on keeps its kind.');
}

function checkRequirements(checks: FieldChecks, draft: StepDraft, at: (field: string) => string): void {
  for (const [requirement, kinds] of Object.entries(requiredBy) as [Requirement, readonly StepKind[]][]) {
    const needs = kinds.includes(draft.kind);
    const has = draft[requirement] !== undefined;
    const kind = draft.kind;
    checks.that(has || !needs, at(requirement), 'REQUIRED', `A step of the kind ${kind} needs this.`);
    checks.that(needs || !has, at(requirement), 'CONTRADICTION', `A step of the kind ${kind} has no such thing.`);
  }
  if (draft.daysRequired !== undefined) checks.whole(at('daysRequired'), draft.daysRequired, { min: 1, max: 730 });
  if (draft.hoursRequired !== undefined) checks.whole(at('hoursRequired'), draft.hoursRequired, { min: 1, max: 1000 });
}

/** Gives checked steps their ids and places. A step that carries none on begins a line of its own. */
export function placeSteps(
  drafts: readonly StepDraft[],
  pathVersionId: PathVersionId,
  nextId: () => StepId,
): readonly Step[] {
  return drafts.map((draft, index) => {
    const id = nextId();
    return {
      ...draft,
      title: draft.title.trim(),
      guidance: draft.guidance?.trim() || undefined,
      rubric: draft.rubric.map((criterion) => criterion.trim()),
      requires: [...new Set(draft.requires ?? (index === 0 ? [] : [index]))].sort((one, other) => one - other),
      key: draft.key ?? toId(id),
      id,
      pathVersionId,
      position: index + 1,
    };
  });
}

/** What an author says of a new path. */
export type PathDraft = VersionDraft & { readonly slug: string; readonly title: string; readonly summary: string };

/** Checks a new path together with its first version. */
export function draftPath(draft: PathDraft, id: PathId, known: KnownThings): Result<LearningPath, ValidationError> {
  const path = { id, slug: draft.slug, title: draft.title.trim(), summary: draft.summary.trim() };
  const format = 'Use lower-case letters and digits with single hyphens between them.';
  const checks = new FieldChecks()
    .text('slug', path.slug, { min: 3, max: 60 })
    .that(slugPattern.test(path.slug), 'slug', 'BAD_FORMAT', format)
    .text('title', path.title, { min: 3, max: 120 })
    .text('summary', path.summary, { min: 10, max: 500 });
  const checked = checkVersion(draft, known, checks).finish(path);
  return checked.ok ? ok(checked.value) : checked;
}
