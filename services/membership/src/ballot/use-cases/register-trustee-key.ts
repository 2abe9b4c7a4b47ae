import { actorKey, conflict, err, FieldChecks, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ElectionId } from '../../election/election.js';
import { takeElection } from '../../election/use-cases/take-election.js';
import { trusteeRoleOf } from '../trustee-key.js';

/** Takes the public half of a trustee's key, until voting opens in the place of an earlier one. */
export function registerTrusteeKey(
  { transaction, clock }: Deps,
  actor: Actor,
  { electionId, publicKey }: { readonly electionId: ElectionId; readonly publicKey: string },
) {
  return transaction(async (unit) => {
    const taken = await takeElection(unit, actor, { electionId, action: 'REGISTER_KEY', now: clock.now() });
    if (!taken.ok) return taken;
    const checked = new FieldChecks()
      .that(
        await unit.ballotSeals.isBallotKey(publicKey),
        'publicKey',
        'BAD_FORMAT',
        'This is not a public key that ballots can be sealed with.',
      )
      .finish(taken.value);
    if (!checked.ok) return checked;
    const role = trusteeRoleOf(actor, taken.value);
    const others = (await unit.trusteeKeys.listOf([electionId])).filter((key) => key.role !== role);
    const holder = actorKey(actor);
    if (others.some((key) => key.holder === holder || key.publicKey === publicKey))
      return err(conflict('The two keys are of two people, and different.'));
    await unit.trusteeKeys.register({
      electionId,
      role,
      holder,
      publicKey,
      sealedPrivateKey: undefined,
      hasOpened: false,
    });
    return ok(taken.value);
  });
}
