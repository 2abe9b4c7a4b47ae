import { conflict, err, ok, type Actor, type ConflictError, type Result } from '@guildhall/kernel';
import { publishOnPaper } from '../../candidate/use-cases/publish-on-paper.js';
import type { Deps, Repositories } from '../../deps.js';
import { electionLifecycle, type ElectionId } from '../election.js';
import { setClocks } from './set-clocks.js';
import { takeElection } from './take-election.js';

/**
 * Publishes who stands, in an order drawn from the committed seed, once everybody who agreed to stand is screened and no
 * appeal is open or could still come. The campaign begins at once where its instant has passed.
 */
export function publishCandidates(
  { transaction, clock }: Deps,
  actor: Actor,
  { electionId }: { readonly electionId: ElectionId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'PUBLISH_CANDIDATES', now });
    if (!taken.ok) return taken;
    const settled = await requireSettled(unit, electionId, now);
    if (!settled.ok) return settled;
    const target = now < taken.value.campaignOpensAt ? 'CANDIDATES_PUBLISHED' : 'CAMPAIGN';
    const status = electionLifecycle.next('PUBLISH_CANDIDATES', taken.value, now, target);
    if (!status.ok) return status;
    await publishOnPaper(unit, taken.value, now);
    const election = await unit.elections.save({ ...taken.value, status: status.value });
    await setClocks(unit, election);
    return ok(election);
  });
}

async function requireSettled(
  { elections }: Pick<Repositories, 'elections'>,
  id: ElectionId,
  now: Date,
): Promise<Result<unknown, ConflictError>> {
  const { unscreened, appealable, openAppeals } = await elections.readOpenMatters(id, now);
  if (unscreened > 0) return err(conflict('Somebody who agreed to stand is not screened yet.'));
  if (openAppeals > 0) return err(conflict('An appeal of somebody who was refused is not decided yet.'));
  // Nobody comes onto a paper once it is published, so the right to appeal would be empty.
  return appealable > 0 ? err(conflict('Somebody who was refused can still appeal.')) : ok(id);
}
