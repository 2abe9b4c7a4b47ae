import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { pathLifecycle, publishedOf, type PathId } from '../../path/path.js';
import { pathPolicy } from '../../path/path.policy.js';
import { settleMember } from '../../record/use-cases/settle-member.js';
import { enrol, expiresAt } from '../enrolment.js';
import { settle } from '../settle.js';
import { announceProgress, planReach } from './announce-progress.js';

/**
 * Starts the viewer on the published version of a path, once the paths it asks for are completed, and passes at once what their record shows already. Enrolling twice is
 * enrolling once.
 */
export function enrolInPath({ transaction, clock, ids }: Deps, actor: Actor, { pathId }: { readonly pathId: PathId }) {
  return transaction(async (unit) => {
    const { paths, enrolments, jobs, records } = unit;
    const now = clock.now();
    const memberId = memberOf(actor);
    const path = await paths.findVisible(actor, pathId);
    if (path === null) return err(notFound('LearningPath'));
    if (memberId === undefined || !pathPolicy.can(actor, 'ENROL')) return err(notAllowed('ENROL', 'LearningPath'));
    await enrolments.lockMember(memberId);
    const [existing] = await enrolments.listOwn(actor, [pathId]);
    if (existing !== undefined) return ok(existing);
    const versions = await paths.listVersionsOf(actor, [pathId]);
    const version = publishedOf(versions);
    if (version === undefined) return err(illegalTransition('ENROL', 'CLOSED'));
    const isPrepared = (await enrolments.listMissing(memberId, [version.id])).length === 0;
    if (!pathLifecycle.can('ENROL', { versions, isEnrolled: false, isPrepared }, now))
      return err(illegalTransition('ENROL', 'PREREQUISITES_MISSING'));
    const journey = enrol(version, await paths.listSteps(actor, [version.id]), { id: ids.ordered(), memberId, now });
    const { id: enrolmentId } = journey.enrolment;
    await jobs.enqueue(
      'expire-enrolment',
      { enrolmentId },
      { runAt: expiresAt(now), key: `expire-enrolment:${enrolmentId}` },
    );
    const evidence = await records.listStanding(actor, memberId);
    const settled = settle(journey, evidence, now);
    await announceProgress(unit, { before: journey, after: settled }, now);
    await planReach(unit, settled, { evidence, now });
    const enrolment = await enrolments.add(settled);
    await settleMember(unit, memberId, now);
    return ok(enrolment);
  });
}
