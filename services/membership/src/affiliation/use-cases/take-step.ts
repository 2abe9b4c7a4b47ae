import {
  err,
  memberOf,
  notAllowed,
  ok,
  type Actor,
  type Id,
  type IllegalTransitionError,
  type NotAllowedError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { settleSubmission, type AffiliationSubmission, type SubmissionAction } from '../affiliation.js';
import { affiliationPolicy } from '../affiliation.policy.js';

/** A step that somebody takes with a submission. */
export type Step = {
  readonly id: Id<'AffiliationStep'>;
  readonly action: SubmissionAction;
  readonly note?: string | undefined;
  readonly now: Date;
};

/** Takes a step with a submission inside the caller's transaction, and keeps who took it, when, and with what note. */
export async function takeStep(
  { affiliations }: Unit<Repositories>,
  actor: Actor,
  { submission, step }: { readonly submission: AffiliationSubmission; readonly step: Step },
): Promise<Result<AffiliationSubmission, NotAllowedError | IllegalTransitionError>> {
  const { id, action, note, now } = step;
  const byId = memberOf(actor);
  if (byId === undefined || !affiliationPolicy.can(actor, action, submission))
    return err(notAllowed(action, 'AffiliationSubmission'));
  const settled = settleSubmission(submission, action, now);
  if (!settled.ok) return settled;
  const saved = await affiliations.save(settled.value);
  await affiliations.addStep({ id, submissionId: submission.id, action, byId, note, at: now });
  return ok(saved);
}
