import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import {
  changeMediationStatus,
  followUpResult,
  type FollowUpAnswer,
  type MediationId,
} from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { followUpEndTask } from '../../mediation/mediation-scope.js';
import { mediationViewerOf, spokenFor } from '../../mediation/mediation-viewer.js';
import { tellSides } from '../../mediation/use-cases/tell-sides.js';

/** What one side says of the terms. */
export type AnswerMediationFollowUp = { readonly mediationId: MediationId; readonly answer: FollowUpAnswer };

/** Says for one's side whether the terms were kept; no other side is shown the answer. The last answer settles it, or the first after the time for answers. */
export function answerMediationFollowUp(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { mediationId, answer }: AnswerMediationFollowUp,
) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    const party = spokenFor(viewer, file);
    if (party === undefined || !mediationPolicy.can(viewer, 'ANSWER_FOLLOW_UP', file))
      return err(notAllowed('ANSWER_FOLLOW_UP', 'Mediation'));
    const answers = file.parties.map(({ id, followUp }) => (id === party.id ? answer : followUp));
    const isLate = file.mediation.followUpUntil !== undefined && file.mediation.followUpUntil <= now;
    const isComplete = isLate || answers.every((one) => one !== undefined);
    const target = isComplete ? followUpResult(answers) : 'FOLLOW_UP';
    const answered = changeMediationStatus(file, 'ANSWER_FOLLOW_UP', now, target);
    if (!answered.ok) return answered;
    await unit.mediationSides.answerFollowUp(party.id, answer);
    const mediation = await unit.mediations.save(answered.value);
    if (!isComplete) return ok(mediation);
    await unit.jobs.cancel(`${followUpEndTask}:${mediationId}`);
    await tellSides(unit, { ...file, mediation });
    return ok(mediation);
  });
}
