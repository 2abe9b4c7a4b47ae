import { conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { PathVersionId } from '../../path/path.js';
import { settleMember } from '../../record/use-cases/settle-member.js';
import { enrolmentLifecycle, type EnrolmentId } from '../enrolment.js';
import { enrolmentPolicy } from '../enrolment.policy.js';
import { settle } from '../settle.js';
import { newerVersion, planUpgrade } from '../upgrade.js';
import { announceProgress, planReach } from './announce-progress.js';

/** Which enrolment moves, and to which version, as its member was shown. */
export type UpgradeEnrolment = { readonly enrolmentId: EnrolmentId; readonly pathVersionId: PathVersionId };

/** Moves an enrolment to the published version of its path. What is satisfied stays satisfied. */
export function upgradeEnrolment(
  { transaction, clock }: Deps,
  actor: Actor,
  { enrolmentId, pathVersionId }: UpgradeEnrolment,
) {
  return transaction(async (unit) => {
    const { enrolments, paths, records } = unit;
    const now = clock.now();
    const seen = await enrolments.findJourney(actor, enrolmentId);
    if (seen === null) return err(notFound('Enrolment'));
    const { memberId, pathId } = seen.enrolment;
    await enrolments.lockMember(memberId);
    const before = (await enrolments.findJourney(actor, enrolmentId)) ?? seen;
    const { enrolment } = before;
    if (!enrolmentPolicy.can(actor, 'UPGRADE', enrolment)) return err(notAllowed('UPGRADE', 'Enrolment'));
    if (!enrolmentLifecycle.can('UPGRADE', enrolment, now)) return err(illegalTransition('UPGRADE', enrolment.status));
    const version = newerVersion(enrolment, await paths.listVersionsOf(actor, [pathId]));
    if (version === undefined) return err(illegalTransition('UPGRADE', 'UP_TO_DATE'));
    if (version.id !== pathVersionId)
      return err(conflict('Another version was published meanwhile. Look at it first.'));
    const { journey } = planUpgrade(before, version, await paths.listSteps(actor, [version.id]));
    const evidence = await records.listStanding(actor, memberId);
    const settled = settle(journey, evidence, now);
    await announceProgress(unit, { before, after: settled }, now);
    await planReach(unit, settled, { evidence, now });
    const upgraded = await enrolments.upgrade(settled);
    await settleMember(unit, memberId, now);
    return ok(upgraded);
  });
}
