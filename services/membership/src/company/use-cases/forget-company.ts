import { err, notAllowed, ok, systemActor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { companyPolicy } from '../company.policy.js';

/** Forgets who asked for company to an activity once it is over or cancelled; what was said stays with those who said it. */
export function forgetCompany({ transaction, clock }: Deps, { activityId }: { readonly activityId: Id<'Activity'> }) {
  return transaction(async ({ companies, conversations }) => {
    if (!companyPolicy.canForget(systemActor('forget-company'))) return err(notAllowed('FORGET', 'Company'));
    const activity = await companies.findActivityLocked(activityId);
    // Postponed meanwhile: the later end has a job of its own.
    if (activity === undefined || (activity.isOpen && activity.endsAt > clock.now())) return ok(undefined);
    for (const companyId of await companies.forget(activityId)) await conversations.close('COMPANY', companyId);
    return ok(undefined);
  });
}
