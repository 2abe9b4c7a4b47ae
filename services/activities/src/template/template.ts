/*
 * A plan that activities are drafted from: of one group, or of the whole union. It holds nobody: who owned a task or
 * stood on the run sheet is decided anew each time. Life: offered, then retired. Owner: activities.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Activity, ActivityPlan } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';
import type { RunItem } from '../run-sheet/run-item.js';
import type { TaskFacts } from '../task/task.js';

/** The id of a template. */
export type TemplateId = Id<'ActivityTemplate'>;

/** A task of a template; `dueAfterMinutes` counts from the start and is mostly below 0, `needs` are places in the list from 0. */
export type TemplateTask = {
  readonly title: string;
  readonly notes: string;
  readonly dueAfterMinutes?: number;
  readonly needs: readonly number[];
};

/** A line of the run sheet of a template; `afterMinutes` counts from the start. */
export type TemplateRunItem = Pick<RunItem, 'title' | 'notes' | 'place' | 'minutes'> & {
  readonly afterMinutes: number;
};

/** What a template keeps of an activity. */
export type TemplateContent = Pick<ActivityPlan, 'title' | 'summary' | 'kind' | 'place' | 'facts'> & {
  readonly capacity?: number;
  readonly minutes: number;
  readonly tasks: readonly TemplateTask[];
  readonly runSheet: readonly TemplateRunItem[];
};

/** A template as stored; without a group it is of the whole union. */
export type ActivityTemplate = {
  readonly id: TemplateId;
  readonly groupId: GroupId | undefined;
  readonly name: string;
  readonly content: TemplateContent;
  readonly savedAt: Date;
  readonly retiredAt: Date | undefined;
  readonly version: number;
};

/** What of an activity a template is made of. */
export type TemplateSource = {
  readonly activity: Activity;
  readonly tasks: readonly TaskFacts[];
  readonly runSheet: readonly RunItem[];
};

const minutesBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / 60_000);

/** The plan of an activity with every time counted from its start. What was dropped is left out. */
export function contentOf({ activity, tasks, runSheet }: TemplateSource): TemplateContent {
  const { title, summary, kind, place, facts, capacity, startsAt, endsAt } = activity;
  const kept = tasks.filter(({ task }) => task.status !== 'DROPPED');
  const placeOf = new Map(kept.map(({ task }, index) => [task.id, index]));
  return {
    title,
    summary,
    kind,
    place,
    facts,
    ...(capacity !== undefined && { capacity }),
    minutes: minutesBetween(startsAt, endsAt),
    tasks: kept.map(({ task, needs }) => ({
      title: task.title,
      notes: task.notes,
      ...(task.dueAt !== undefined && { dueAfterMinutes: minutesBetween(startsAt, task.dueAt) }),
      needs: needs.flatMap((need) => placeOf.get(need) ?? []),
    })),
    runSheet: runSheet.map((item) => ({
      title: item.title,
      notes: item.notes,
      place: item.place,
      minutes: item.minutes,
      afterMinutes: minutesBetween(startsAt, item.startsAt),
    })),
  };
}

/** The plan of an activity from a template that starts then. Registration opens at once and closes at the start; both can be changed in the draft. */
export function planFrom(content: TemplateContent, startsAt: Date, now: Date): ActivityPlan {
  const { title, summary, kind, place, facts, capacity, minutes } = content;
  const plan = { title, summary, kind, place, facts, capacity, startsAt };
  return {
    ...plan,
    venueId: undefined,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    registrationOpensAt: now,
    registrationClosesAt: startsAt,
  };
}

/** Keeps a plan under a name. */
export function saveTemplate(
  template: Pick<ActivityTemplate, 'id' | 'groupId' | 'name' | 'content'>,
  now: Date,
): Result<ActivityTemplate, ValidationError> {
  return new FieldChecks()
    .text('name', template.name, { min: 2, max: 120 })
    .finish({ ...template, name: template.name.trim(), savedAt: now, retiredAt: undefined, version: 1 });
}

/** Offers a template no more. */
export function retireTemplate(
  template: ActivityTemplate,
  now: Date,
): Result<ActivityTemplate, IllegalTransitionError> {
  if (template.retiredAt !== undefined) return err(illegalTransition('RETIRE', 'RETIRED'));
  return ok({ ...template, retiredAt: now });
}
