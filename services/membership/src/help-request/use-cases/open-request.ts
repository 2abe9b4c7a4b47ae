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
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { HelpAction, HelpFacts, HelpRequest, HelpRequestId } from '../help-request.js';
import { helpPolicy } from '../help-request.policy.js';
import { silenceMs } from '../help-limits.js';

/** What a step of mutual help takes place in. */
export type HelpUnit = Unit<Repositories>;

/** The request a step is about, locked, with its facts, if the actor may take the step. */
export async function openRequest(
  { helpRequests }: Pick<Repositories, 'helpRequests'>,
  actor: Actor,
  { requestId, action, now }: { readonly requestId: HelpRequestId; readonly action: HelpAction; readonly now: Date },
): Promise<Result<HelpFacts, NotFoundError | NotAllowedError>> {
  const facts = await helpRequests.findFactsLocked(actor, requestId, now);
  if (facts === null) return err(notFound('HelpRequest'));
  if (!helpPolicy.can(actor, action, facts)) return err(notAllowed(action, 'HelpRequest'));
  return ok(facts);
}

/** Lets the request expire at its deadline, if it still waits for help then. */
export function awaitDeadline({ jobs }: Pick<HelpUnit, 'jobs'>, { id, deadline }: HelpRequest): Promise<void> {
  return jobs.enqueue('expire-help-request', { requestId: id }, { runAt: deadline, key: `expire-help:${id}` });
}

/** Lets what one side called done count as done after a week of silence. */
export function awaitSilence({ jobs }: Pick<HelpUnit, 'jobs'>, { id, doneAt }: HelpRequest): Promise<void> {
  if (doneAt === undefined) return Promise.resolve();
  const runAt = new Date(doneAt.getTime() + silenceMs);
  return jobs.enqueue('complete-silent-help', { requestId: id }, { runAt, key: `silent-help:${id}` });
}
