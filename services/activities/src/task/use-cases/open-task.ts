import {
  err,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { openPlans } from '../../team/use-cases/open-organising.js';
import { taskPolicy } from '../task.policy.js';
import type { TaskAction, TaskFacts, TaskId } from '../task.js';

/** A task and its activity. */
export type OpenedTask = { readonly facts: TaskFacts; readonly activity: Activity };

/** A task for whoever may do this to it, under the lock of its activity. */
export async function openTask(
  unit: Pick<Repositories, 'activities' | 'tasks'>,
  actor: Actor,
  { taskId, action }: { readonly taskId: TaskId; readonly action: TaskAction },
): Promise<Result<OpenedTask, NotFoundError | NotAllowedError>> {
  const activityId = await unit.tasks.findActivityId(taskId);
  if (activityId === undefined) return err(notFound('TeamTask'));
  const opened = await openPlans(unit, actor, { activityId, kind: 'TeamTask' });
  if (!opened.ok) return opened;
  const facts = await unit.tasks.findFacts(taskId);
  if (facts === undefined) return err(notFound('TeamTask'));
  const activity = opened.value;
  return taskPolicy.can(actor, action, { task: facts.task, activity })
    ? ok({ facts, activity })
    : err(notAllowed(action, 'TeamTask'));
}
