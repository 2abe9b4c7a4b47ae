import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { goingPolicy } from '../going.policy.js';

/** Says whether the actor's connections may know where the actor goes; nobody else's. */
export function changeGoingSharing({ transaction }: Deps, actor: Actor, { isShown }: { readonly isShown: boolean }) {
  return transaction(async ({ going }) => {
    const self = memberOf(actor);
    const present = self === undefined ? undefined : await going.read(self);
    if (present === undefined || !goingPolicy.canChange(actor, present))
      return err(notAllowed('CHANGE', 'GoingSharing'));
    await going.save({ ...present, isShown });
    return ok({ isShown });
  });
}
