import { err, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { companyLifecycle, statusOf } from '../company.js';
import { companyPolicy } from '../company.policy.js';
import { giveUpCompany } from './give-up-company.js';

/** Takes an ask back. Who waits unseen vanishes unseen; who has company leaves it without a word. */
export function withdrawCompanyAsk(
  { transaction, clock }: Deps,
  actor: Actor,
  { activityId }: { readonly activityId: Id<'Activity'> },
) {
  return transaction(async (unit) => {
    const facts = await unit.companies.findOwnLocked(actor, activityId);
    if (facts === null) return err(notFound('Activity'));
    if (!companyPolicy.can(actor)) return err(notAllowed('WITHDRAW', 'Company'));
    const { ask } = facts;
    if (ask === undefined || !companyLifecycle.can('WITHDRAW', facts, clock.now()))
      return err(illegalTransition('WITHDRAW', statusOf(facts)));
    await giveUpCompany(unit, ask);
    return ok({ ...facts, ask: undefined });
  });
}
