import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { taskPolicy } from '../task.policy.js';
import { remindAt, type TaskId } from '../task.js';
import { remindTask } from './tell-owner.js';

/** Reminds whoever owns a task that it is due soon, unless it is done or was given another date meanwhile. */
export function remindOwner({ transaction }: Deps, { taskId, due }: { readonly taskId: TaskId; readonly due: Date }) {
  return transaction(async ({ tasks, outbox }) => {
    if (!taskPolicy.canRemind(systemActor(remindTask))) return err(notAllowed('REMIND', 'TeamTask'));
    const task = (await tasks.findFacts(taskId))?.task;
    if (task?.ownerId === undefined || remindAt(task)?.getTime() !== due.getTime()) return ok(false);
    await outbox.append('ActivityNotice', taskId, {
      notice: 'TASK_DUE',
      sourceId: taskId,
      activityId: task.activityId,
      memberIds: [task.ownerId],
      toldAt: due.toISOString(),
    });
    return ok(true);
  });
}
