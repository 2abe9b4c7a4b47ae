import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkPromises, type Promised } from '../milestone.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';
import { promise } from './promise.js';
import { tellStudent } from './tell-people.js';

/** On which referral the department acts, and what it promises until when. */
export type StartReferralActions = { readonly referralId: ReferralId; readonly milestones: readonly Promised[] };

/** The department began with what it promised in its answer, and says until when it does what. */
export function startReferralActions(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { referralId, milestones }: StartReferralActions,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'START_ACTIONS', file)) return err(notAllowed('START_ACTIONS', 'Referral'));
    const started = changeReferralStatus(file, 'START_ACTIONS', now);
    if (!started.ok) return started;
    const checked = checkPromises(milestones, { path: (index) => `milestones.${index}.`, kept: 0, now });
    if (!checked.ok) return checked;
    const referral = await unit.referrals.save(started.value.referral);
    await promise(unit, ids, { referral, promises: checked.value, now });
    await tellStudent(unit, file, { reason: 'CASE_STATUS', sourceId: `${referralId}:actions` });
    return ok({ ...file, referral });
  });
}
