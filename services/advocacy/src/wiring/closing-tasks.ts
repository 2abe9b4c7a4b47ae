import { toId, type Id, type Result } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { readAttachments } from '../case-export/read-attachments.bytes.js';
import { buildExport } from '../case-export/use-cases/build-export.js';
import { expireExport } from '../case-export/use-cases/expire-export.js';
import { countingTask } from '../collective/collective.policy.js';
import { weighCauses } from '../collective/use-cases/weigh-causes.js';
import { timedTasks } from '../deadline/timed-tasks.js';
import { closeSilentCase } from '../deadline/use-cases/close-silent-case.js';
import { remindStudent } from '../deadline/use-cases/remind-student.js';
import { watchDeadlines } from '../deadline/use-cases/watch-deadlines.js';
import { pseudonymiseCase } from '../retention/use-cases/pseudonymise-case.js';
import { sweepingTask } from '../retention/retention.policy.js';
import { sweepCases } from '../retention/use-cases/sweep-cases.js';

/** What the platform does by the calendar: every night it plans erasures, every Monday it counts what cases share. */
export const closingCron = [`17 2 * * * ${sweepingTask}`, `47 2 * * 1 ${countingTask}`] as const;

const casePayload = z.object({ caseId: z.string() });

type CaseTask = (
  deps: Deps,
  input: { readonly caseId: Id<'Case'> },
) => Promise<Result<unknown, { readonly __typename: string }>>;

/** The timed decisions that keep the promises of cases. A payload holds the random id of a case and nothing else. */
export function createClosingTasks(deps: Deps): Readonly<Record<string, Task>> {
  const ofCase =
    (useCase: CaseTask): Task =>
    async (payload, due) => {
      // Asked before its instant by a clock that runs ahead, it has nothing to decide yet and is tried again.
      if (due > deps.clock.now()) throw new Error('not due yet');
      requireDone(await useCase(deps, { caseId: toId(casePayload.parse(payload).caseId) }));
    };
  return {
    [timedTasks.watch]: ofCase(watchDeadlines),
    [timedTasks.remind]: ofCase(remindStudent),
    [timedTasks.closeSilent]: ofCase(closeSilentCase),
    [timedTasks.pseudonymise]: ofCase(pseudonymiseCase),
    [timedTasks.buildExport]: ofCase((_deps, input) =>
      buildExport(deps, { ...input, readFiles: (attachments) => readAttachments(deps, attachments) }),
    ),
    [timedTasks.expireExport]: ofCase(expireExport),
    [sweepingTask]: async () => {
      requireDone(await sweepCases(deps));
    },
    [countingTask]: async () => {
      requireDone(await weighCauses(deps));
    },
  };
}
