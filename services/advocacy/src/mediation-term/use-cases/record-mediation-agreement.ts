import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { followUpTask } from '../../mediation/mediation-scope.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { endTalks } from '../../mediation/use-cases/end-talks.js';
import { mediationPlaces } from '../../mediation-room/mediation-room.js';
import { checkAgreement, type ToldAgreement } from '../mediation-term.js';

/** What the sides agreed on. */
export type RecordMediationAgreement = ToldAgreement & { readonly mediationId: MediationId };

const weekMs = 7 * 86_400_000;

/** Ends the talks with an agreement: its terms are all that is kept of them. After the chosen weeks every side is asked. */
export function recordMediationAgreement(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { mediationId, ...told }: RecordMediationAgreement,
) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, 'RECORD_AGREEMENT', file)) return err(notAllowed('RECORD_AGREEMENT', 'Mediation'));
    const agreed = changeMediationStatus(file, 'RECORD_AGREEMENT', now);
    if (!agreed.ok) return agreed;
    const checked = checkAgreement(told, file.parties, now.toISOString().slice(0, 10));
    if (!checked.ok) return checked;
    const { extent, terms, followUpWeeks } = checked.value;
    for (const [index, { text, owedBy, dueOn }] of terms.entries()) {
      const id = ids.random<'MediationTerm'>();
      await unit.mediationTerms.add({ id, mediationId, position: index + 1, partyId: owedBy, dueOn });
      await unit.mediationTexts.write({ mediationId, place: mediationPlaces.term(id), layer: 'FILE' }, text);
    }
    const followUpAt = new Date(now.getTime() + followUpWeeks * weekMs);
    await unit.jobs.enqueue(
      followUpTask,
      { mediationId },
      { runAt: followUpAt, key: `${followUpTask}:${mediationId}` },
    );
    return ok(await endTalks(unit, { ...file, mediation: { ...agreed.value, extent, followUpAt } }, now));
  });
}
