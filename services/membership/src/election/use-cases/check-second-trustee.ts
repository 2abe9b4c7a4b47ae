import { actorKey, FieldChecks, type Actor, type Result, type ValidationError } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';

/** Checks that the second key is held by staff who run no elections: one person can never open a ballot. */
export async function checkSecondTrustee(
  { elections }: Pick<Repositories, 'elections'>,
  actor: Actor,
  { secondTrustee, now }: { readonly secondTrustee: string; readonly now: Date },
): Promise<Result<string, ValidationError>> {
  const subject = secondTrustee.trim();
  const fits = subject !== actorKey(actor) && (await elections.canHoldSecondKey(subject, now));
  return new FieldChecks()
    .that(fits, 'secondTrustee', 'UNKNOWN', 'Name the account of a member of staff who runs no elections.')
    .finish(subject);
}
