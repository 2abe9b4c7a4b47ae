import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { Case } from '../../case/case.js';
import type { Repositories } from '../../deps.js';
import type { Vault } from '../../sealing/sealing.js';

/**
 * Whether somebody can work on a case: a case worker in office, no elected officer, neither its student nor one of the
 * names in it, and behind no wall. Takes the lock of the walls, so that the answer holds until the transaction ends.
 */
export async function checkColleague(
  { assignments, walls }: Pick<Repositories, 'assignments' | 'walls'>,
  { vault }: { readonly vault: Vault },
  {
    item,
    subject,
    path,
    now,
  }: { readonly item: Case; readonly subject: string; readonly path: string; readonly now: Date },
): Promise<Result<Case, ValidationError>> {
  await walls.lock();
  const colleague = await assignments.readColleague(subject, now);
  const self = colleague.memberId === undefined ? undefined : vault.pseudonym(colleague.memberId);
  const isParty = self !== undefined && (self === item.student || (await walls.isNamed(item.id, self)));
  const isKept = await walls.isBehind(item.id, subject);
  return new FieldChecks()
    .that(
      colleague.isWorker && !colleague.isOfficer && !isParty,
      path,
      'UNKNOWN',
      'This person cannot take this case: they are no case worker now, or they have another part in it.',
    )
    .that(!isKept, path, 'CONTRADICTION', 'A wall keeps this person from this case.')
    .finish(item);
}
