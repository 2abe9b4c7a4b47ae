import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { AchievementId } from '../../achievement/achievement.js';
import type { Deps } from '../../deps.js';
import { issueCredential } from '../credential.js';
import { credentialPolicy } from '../credential.policy.js';
import { planExpiry } from './plan-expiry.js';

/**
 * Issues a credential to the member who claims it, when their standing evidence meets the criteria of today. Claiming
 * twice is claiming once; after a revocation it can be earned and claimed again.
 */
export function claimCredential(
  { transaction, clock, ids, badges, drawPlaces }: Deps,
  actor: Actor,
  { achievementId }: { readonly achievementId: AchievementId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const memberId = memberOf(actor);
    const achievement = await unit.achievements.findVisible(actor, achievementId);
    if (achievement === null) return err(notFound('Achievement'));
    if (memberId === undefined || !credentialPolicy.canClaim(actor)) return err(notAllowed('CLAIM', 'Credential'));
    await unit.enrolments.lockMember(memberId);
    const living = await unit.credentials.listLiving(actor, memberId);
    const existing = living.find(({ seriesId }) => seriesId === achievement.seriesId);
    if (existing !== undefined) return ok(existing);
    if (achievement.status !== 'PUBLISHED') return err(illegalTransition('CLAIM', achievement.status));
    if (badges === undefined) return err(illegalTransition('CLAIM', 'WITHOUT_SIGNING_KEY'));
    const place = await unit.credentials.takePlace(drawPlaces());
    const claim = { ...place, id: ids.random<'Credential'>(), subjectId: ids.random<'CredentialSubject'>() };
    const standing = await unit.records.listStanding(actor, memberId);
    const issued = issueCredential({ ...claim, memberId, achievement }, standing, now);
    if (!issued.ok) return issued;
    await planExpiry(unit, issued.value);
    return ok(await unit.credentials.add(issued.value));
  });
}
