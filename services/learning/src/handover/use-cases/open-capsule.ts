import {
  err,
  illegalTransition,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type IllegalTransitionError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import {
  handoverLifecycle,
  type CapsuleFacts,
  type HandoverCapsule,
  type HandoverCapsuleAction,
  type HandoverCapsuleId,
} from '../handover-capsule.js';
import type { HandoverItem, HandoverItemId, HandoverQuestion, HandoverQuestionId } from '../handover-item.js';
import { handoverPolicy } from '../handover.policy.js';

type Holding = Pick<Repositories, 'handovers' | 'handoverContents'>;
type Refusal = NotFoundError | NotAllowedError | IllegalTransitionError;

/** A handover, locked, for whoever may do this to it now; nobody else changes what it holds until the transaction ends. */
export async function openCapsule(
  repositories: Holding,
  actor: Actor,
  { capsuleId, action }: { readonly capsuleId: HandoverCapsuleId; readonly action: HandoverCapsuleAction },
  now: Date,
): Promise<Result<CapsuleFacts, Refusal>> {
  const capsule = await repositories.handovers.findVisibleLocked(actor, capsuleId);
  if (capsule === null) return err(notFound('HandoverCapsule'));
  if (!handoverPolicy.can(actor, action, capsule)) return err(notAllowed(action, 'HandoverCapsule'));
  const facts = await factsOf(repositories, capsule);
  return handoverLifecycle.can(action, facts, now) ? ok(facts) : err(illegalTransition(action, capsule.status));
}

/** An item with its handover, locked; for whoever may not read it, it is not there. */
export async function openItem(
  repositories: Holding,
  actor: Actor,
  { itemId, action }: { readonly itemId: HandoverItemId; readonly action: 'WRITE' | 'TICK' },
  now: Date,
): Promise<Result<{ readonly facts: CapsuleFacts; readonly item: HandoverItem }, Refusal>> {
  const seen = await repositories.handoverContents.findItem(itemId);
  const capsule = seen === null ? null : await repositories.handovers.findVisibleLocked(actor, seen.capsuleId);
  if (capsule === null || !handoverPolicy.canRead(actor, capsule)) return err(notFound('HandoverItem'));
  // Read again under the lock: the other party may have changed it meanwhile.
  const item = await repositories.handoverContents.findItem(itemId);
  if (item === null) return err(notFound('HandoverItem'));
  const facts = await openCapsule(repositories, actor, { capsuleId: capsule.id, action }, now);
  return facts.ok ? ok({ facts: facts.value, item }) : facts;
}

/** A question with its handover, locked; for whoever may not read it, it is not there. */
export async function openQuestion(
  repositories: Holding,
  actor: Actor,
  questionId: HandoverQuestionId,
  now: Date,
): Promise<Result<{ readonly facts: CapsuleFacts; readonly question: HandoverQuestion }, Refusal>> {
  const seen = await repositories.handoverContents.findQuestion(questionId);
  const capsule = seen === null ? null : await repositories.handovers.findVisibleLocked(actor, seen.capsuleId);
  if (capsule === null || !handoverPolicy.canRead(actor, capsule)) return err(notFound('HandoverQuestion'));
  const question = await repositories.handoverContents.findQuestion(questionId);
  if (question === null) return err(notFound('HandoverQuestion'));
  const facts = await openCapsule(repositories, actor, { capsuleId: capsule.id, action: 'ANSWER' }, now);
  return facts.ok ? ok({ facts: facts.value, question }) : facts;
}

/** A handover with how far its parts are. */
export async function factsOf({ handoverContents }: Holding, capsule: HandoverCapsule): Promise<CapsuleFacts> {
  const sections = (await handoverContents.listProgress([capsule.id])).get(capsule.id) ?? [];
  return { capsule, sections };
}
