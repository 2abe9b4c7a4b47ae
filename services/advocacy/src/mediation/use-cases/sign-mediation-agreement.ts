import { err, FieldChecks, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { changeMediationStatus, type MediationId } from '../mediation.js';
import { mediationPolicy } from '../mediation.policy.js';
import { invitationEndTask } from '../mediation-scope.js';
import { mediationViewerOf, spokenFor } from '../mediation-viewer.js';
import { pauseCase } from './end-talks.js';
import { tellSides } from './tell-sides.js';

/** Which agreement to mediate is signed, in exactly which version. */
export type SignMediationAgreement = KeyedInput & {
  readonly mediationId: MediationId;
  readonly agreementVersion: number;
};

/** Signs the agreement to mediate for one's side. The last signature starts mediation and pauses the clocks of its case. */
export function signMediationAgreement(
  { idempotentTransaction, clock, vault }: Deps,
  actor: Actor,
  input: SignMediationAgreement,
) {
  const viewer = mediationViewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'signMediationAgreement', input),
    ({ mediations }, id) => mediations.findVisible(viewer, toId(id)),
    async (unit) => {
      const now = clock.now();
      const file = await unit.mediations.holdVisible(viewer, input.mediationId);
      if (file === null) return err(notFound('Mediation'));
      const party = spokenFor(viewer, file);
      const [signer] = viewer.persons;
      if (party === undefined || signer === undefined || !mediationPolicy.can(viewer, 'SIGN', file))
        return err(notAllowed('SIGN', 'Mediation'));
      const isComplete = file.parties.every(({ id, signedAt }) => id === party.id || signedAt !== undefined);
      const signed = changeMediationStatus(file, 'SIGN', now, isComplete ? 'AGREED' : 'INVITED');
      if (!signed.ok) return signed;
      const read = new FieldChecks()
        .that(
          input.agreementVersion === file.mediation.ruleVersion,
          'agreementVersion',
          'CONTRADICTION',
          'This is not the version you were invited with. Read it again.',
        )
        .finish(input.agreementVersion);
      if (!read.ok) return read;
      await unit.mediationSides.sign(party, { ruleVersion: read.value, signer, now });
      const saved = await unit.mediations.save(signed.value);
      if (!isComplete) return ok(saved);
      await unit.jobs.cancel(`${invitationEndTask}:${saved.id}`);
      await pauseCase(unit, saved, now);
      await tellSides(unit, { ...file, mediation: saved });
      return ok(saved);
    },
  );
}
