import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { pathLifecycle, publishedOf, type PathId } from '../../path/path.js';
import { pathPolicy } from '../../path/path.policy.js';
import { enrol, expiresAt } from '../enrolment.js';
import { settle } from '../settle.js';
import { announceProgress } from './announce-progress.js';

/**
 * Starts the viewer on the published version of a path and passes at once what their record shows already. Enrolling twice is
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
    if (version === undefined || !pathLifecycle.can('ENROL', { versions, isEnrolled: false }, now))
      return err(illegalTransition('ENROL', 'CLOSED'));
    const journey = enrol(version, await paths.listSteps(actor, [version.id]), { id: ids.ordered(), memberId, now });
    const { id: enrolmentId } = journey.enrolment;
    await jobs.enqueue(
      'expire-enrolment',
      { enrolmentId },
      { runAt: expiresAt(now), key: `expire-enrolment:${enrolmentId}` },
    );
    const settled = settle(journey, await records.listStanding(actor, memberId), now);
    await announceProgress(unit, { before: journey, after: settled }, now);
    return ok(await enrolments.add(settled));
  });
}
