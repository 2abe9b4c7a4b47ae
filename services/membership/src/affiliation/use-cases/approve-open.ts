import {
  ok,
  type Actor,
  type Id,
  type IllegalTransitionError,
  type NotAllowedError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { GroupId } from '../../group/group.js';
import { takeStep } from './take-step.js';

/**
 * Approves, inside the caller's transaction, what a group has waiting when it is affiliated or revived without going
 * through the submission. A group that was asked for changes answers these first.
 */
export async function approveOpen(
  unit: Unit<Repositories>,
  actor: Actor,
  { groupId, id, now }: { readonly groupId: GroupId; readonly id: Id<'AffiliationStep'>; readonly now: Date },
): Promise<Result<true, NotAllowedError | IllegalTransitionError>> {
  const submission = await unit.affiliations.findOpen(groupId);
  if (submission === null) return ok(true);
  const approved = await takeStep(unit, actor, { submission, step: { id, action: 'APPROVE', now } });
  return approved.ok ? ok(true) : approved;
}
