import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { currentTaskRules } from '../../task/task-rules.js';
import type { TemplateContent } from '../template.js';

/** Gives a drafted activity the tasks and the run sheet of its template, at their distance from its start and with nobody in them. */
export async function addPlans(
  { tasks, runItems }: Pick<Unit<Repositories>, 'tasks' | 'runItems'>,
  { id: activityId, startsAt }: Activity,
  { content, ids }: { readonly content: TemplateContent; readonly ids: IdSource },
): Promise<void> {
  const at = (minutes: number): Date => new Date(startsAt.getTime() + minutes * 60_000);
  const planned = content.tasks.map((task, index) => ({ task, position: index + 1, id: ids.ordered<'TeamTask'>() }));
  for (const { task, position, id } of planned)
    await tasks.add({
      id,
      activityId,
      title: task.title,
      notes: task.notes,
      ownerId: undefined,
      dueAt: task.dueAfterMinutes === undefined ? undefined : at(task.dueAfterMinutes),
      position,
      status: 'OPEN',
      rulesVersion: currentTaskRules.version,
      version: 1,
    });
  for (const { task, id } of planned)
    if (task.needs.length > 0)
      await tasks.replaceNeeds(
        id,
        task.needs.flatMap((place) => planned[place]?.id ?? []),
      );
  for (const { afterMinutes, ...item } of content.runSheet)
    await runItems.add({
      ...item,
      id: ids.ordered(),
      activityId,
      memberId: undefined,
      startsAt: at(afterMinutes),
      version: 1,
    });
}
