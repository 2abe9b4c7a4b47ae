import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { EvidenceId } from '../evidence.js';
import { evidenceLifecycle, type EvidenceAction } from '../record-entry.js';
import { recordPolicy } from '../record.policy.js';

/** Which piece of evidence. */
export type ChooseEvidence = { readonly evidenceId: EvidenceId };

/** Keeps a piece of the viewer's record from being offered to show to others. Hiding twice is hiding once. */
export function hideEvidence(deps: Deps, actor: Actor, input: ChooseEvidence) {
  return choose(deps, actor, { ...input, action: 'HIDE' });
}

/** Lets it be offered again. Showing twice is showing once. */
export function showEvidence(deps: Deps, actor: Actor, input: ChooseEvidence) {
  return choose(deps, actor, { ...input, action: 'SHOW' });
}

function choose(
  { transaction, clock }: Deps,
  actor: Actor,
  { evidenceId, action }: ChooseEvidence & { readonly action: EvidenceAction },
) {
  return transaction(async ({ recordReader }) => {
    const now = clock.now();
    const entry = await recordReader.findOwnLocked(actor, evidenceId);
    if (entry === null) return err(notFound('Evidence'));
    if (!recordPolicy.canHide(actor, entry.memberId)) return err(notAllowed(action, 'Evidence'));
    const next = evidenceLifecycle.next(action, entry, now);
    // What is chosen already stays chosen.
    if (!next.ok) return ok(entry);
    const isHidden = next.value === 'HIDDEN';
    await recordReader.choose(entry, isHidden, now);
    return ok({ ...entry, isHidden });
  });
}
