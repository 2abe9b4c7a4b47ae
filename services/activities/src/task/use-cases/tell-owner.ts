import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { remindAt, type TeamTask } from '../task.js';

/** The task that reminds the owner a day before. */
export const remindTask = 'remind-task';

/** Who acts, who owned it before, and when. */
type Telling = { readonly by: MemberId | undefined; readonly before: MemberId | undefined; readonly now: Date };

/** Tells a new owner at once, unless they took it themselves, and has them reminded; an earlier reminder is replaced. */
export async function tellOwner(
  { outbox, jobs }: Pick<Unit<Repositories>, 'outbox' | 'jobs'>,
  task: TeamTask,
  { by, before, now }: Telling,
): Promise<void> {
  const { id, activityId, ownerId } = task;
  if (ownerId !== undefined && ownerId !== before && ownerId !== by)
    await outbox.append('ActivityNotice', id, {
      notice: 'TASK_ASSIGNED',
      sourceId: id,
      activityId,
      memberIds: [ownerId],
      toldAt: now.toISOString(),
    });
  const key = `${remindTask}:${id}`;
  const runAt = remindAt(task);
  if (runAt === undefined || runAt <= now) await jobs.cancel(key);
  else await jobs.enqueue(remindTask, { taskId: id }, { runAt, key });
}
