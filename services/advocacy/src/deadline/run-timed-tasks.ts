import { toId, type Id, type Result } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { timedTasks } from './timed-tasks.js';
import { closeSilentCase } from './use-cases/close-silent-case.js';
import { remindStudent } from './use-cases/remind-student.js';
import { watchDeadlines } from './use-cases/watch-deadlines.js';

const casePayload = z.object({ caseId: z.string() });

type CaseTask = (
  deps: Deps,
  input: { readonly caseId: Id<'Case'> },
) => Promise<Result<unknown, { readonly __typename: string }>>;

/** The timed decisions that keep the promises of cases. A payload holds the random id of a case and nothing else. */
export function createTimedTasks(deps: Deps): Readonly<Record<string, Task>> {
  const ofCase =
    (useCase: CaseTask): Task =>
    async (payload) => {
      requireDone(await useCase(deps, { caseId: toId(casePayload.parse(payload).caseId) }));
    };
  return {
    [timedTasks.watch]: ofCase(watchDeadlines),
    [timedTasks.remind]: ofCase(remindStudent),
    [timedTasks.closeSilent]: ofCase(closeSilentCase),
  };
}
