import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../mediation.js';
import { mediationPolicy } from '../mediation.policy.js';
import { mediationViewerOf } from '../mediation-viewer.js';
import { endTalks } from './end-talks.js';

/** What the student says to a proposal of their case worker. */
export type AnswerMediationProposal = { readonly mediationId: MediationId; readonly consents: boolean };

/** Lets a proposed mediation go to screening, or ends it without a trace of why. */
export function answerMediationProposal(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { mediationId, consents }: AnswerMediationProposal,
) {
  const viewer = mediationViewerOf(actor, vault);
  const action = consents ? 'CONSENT' : 'DECLINE';
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, action, file)) return err(notAllowed(action, 'Mediation'));
    const answered = changeMediationStatus(file, action, now);
    if (!answered.ok) return answered;
    if (!consents) return ok(await endTalks(unit, { ...file, mediation: answered.value }, now));
    return ok(await unit.mediations.save({ ...answered.value, requestedAt: now }));
  });
}
