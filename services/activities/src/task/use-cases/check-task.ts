import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { currentTaskRules } from '../task-rules.js';
import type { TaskId } from '../task.js';

/** What is asked of a task: whose it becomes and what it waits for; absent needs stay as they are. */
export type TaskLinks = {
  readonly id: TaskId;
  readonly ownerId: MemberId | undefined;
  readonly needs: readonly TaskId[] | undefined;
};

/** Checks that the owner is on the team, and that what the task waits for is of the same activity and never the task itself. */
export async function checkLinks(
  { tasks }: Pick<Repositories, 'tasks'>,
  activity: Activity,
  { id, ownerId, needs, at }: TaskLinks & { readonly at: string },
): Promise<Result<true, ValidationError>> {
  const checks = new FieldChecks().that(
    ownerId === undefined || activity.team.some(({ memberId }) => memberId === ownerId),
    `${at}ownerId`,
    'UNKNOWN',
    'Only somebody on the team can own a task.',
  );
  if (needs === undefined) return checks.finish(true);
  const { needsMax } = currentTaskRules;
  const known = new Set((await tasks.listOf([activity.id])).map(({ task }) => task.id));
  const isKnown = needs.every((need) => known.has(need));
  const circles = needs.includes(id) || (await tasks.wouldCircle(id, needs));
  return checks
    .that(needs.length <= needsMax, `${at}needs`, 'TOO_LONG', `A task waits for at most ${needsMax} others.`)
    .that(isKnown, `${at}needs`, 'UNKNOWN', 'A task waits for tasks of the same activity.')
    .that(!circles, `${at}needs`, 'CONTRADICTION', 'This task would wait for itself.')
    .finish(true);
}
