import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { DiscoverabilityChanges } from '../discoverability.js';
import { discoverabilityPolicy } from '../discoverability.policy.js';

/** Changes who may find the viewer; nobody else's. */
export function changeDiscoverability({ transaction }: Deps, actor: Actor, changes: DiscoverabilityChanges) {
  return transaction(async ({ discoverability }) => {
    const self = memberOf(actor);
    const present = self === undefined ? undefined : await discoverability.read(self);
    if (present === undefined || !discoverabilityPolicy.canChange(actor, present))
      return err(notAllowed('CHANGE', 'Discoverability'));
    return ok(
      await discoverability.save({
        ...present,
        foundBy: changes.foundBy ?? present.foundBy,
        hasSuggestions: changes.hasSuggestions ?? present.hasSuggestions,
      }),
    );
  });
}
