import { FieldChecks, ok, type Actor, type Result, type ValidationError } from '@guildhall/kernel';
import type { Deps, Repositories } from '../../deps.js';
import type { ElectionId } from '../../election/election.js';
import { takeElection } from '../../election/use-cases/take-election.js';
import { trusteeRoleOf, trusteeRoles, type TrusteeKey } from '../trustee-key.js';
import { ballotTasks } from '../ballot-tasks.js';

/** A trustee's private key, for which election. */
export type OpenBallots = { readonly electionId: ElectionId; readonly privateKey: string };

/**
 * Takes a trustee's private key after the close. It waits sealed for the other trustee, so that the database alone opens no
 * ballot; with the second of the two a job opens them all. Handing it in again is handing it in once.
 */
export function openBallots({ transaction, clock }: Deps, actor: Actor, { electionId, privateKey }: OpenBallots) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'OPEN_BALLOTS', now });
    if (!taken.ok) return taken;
    const role = trusteeRoleOf(actor, taken.value);
    const keys = await unit.trusteeKeys.listOf([electionId]);
    const own = keys.find((key) => key.role === role);
    const other = keys.find((key) => key.role !== role);
    const checked = await checkKey(unit, own, privateKey);
    if (!checked.ok) return checked;
    if (other === undefined) throw new Error('voting opens with two keys');
    await unit.trusteeKeys.handIn(
      checked.value,
      await unit.ballotSeals.sealTrusteeKey(privateKey, { electionId, publicKey: other.publicKey }),
    );
    if (other.sealedPrivateKey === undefined) return ok(taken.value);
    const otherPrivateKey = await unit.ballotSeals.openTrusteeKey(other.sealedPrivateKey, { electionId, privateKey });
    const byRole = { [role]: privateKey, [other.role]: otherPrivateKey };
    unit.keyCustody.keep(
      electionId,
      trusteeRoles.flatMap((one) => byRole[one] ?? []),
    );
    await unit.jobs.enqueue(ballotTasks.openBallots, { electionId }, { runAt: now, key: `open-ballots:${electionId}` });
    return ok(taken.value);
  });
}

/** Checks that a private key is the other half of the trustee's public one. */
async function checkKey(
  { ballotSeals }: Pick<Repositories, 'ballotSeals'>,
  own: TrusteeKey | undefined,
  privateKey: string,
): Promise<Result<TrusteeKey, ValidationError>> {
  if (own === undefined) throw new Error('voting opens with two keys');
  return new FieldChecks()
    .that(
      await ballotSeals.isKeyPair({ publicKey: own.publicKey, privateKey }),
      'privateKey',
      'CONTRADICTION',
      'This is not the private half of the key that the ballots were sealed with.',
    )
    .finish(own);
}
