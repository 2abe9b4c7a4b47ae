import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { resourceLifecycle, type ResourceId } from '../../resource/resource.js';
import { resourcePolicy } from '../../resource/resource.policy.js';
import { checkRating, type RatingContent } from '../rating.js';

/** What to rate, and how. */
export type RateResource = RatingContent & { readonly resourceId: ResourceId };

/** Rates a published resource that somebody else wrote, in place of the member's rating before. */
export function rateResource({ transaction, clock, ids }: Deps, actor: Actor, { resourceId, ...given }: RateResource) {
  return transaction(async ({ resources, ratings }) => {
    const resource = await resources.findVisible(actor, resourceId);
    const memberId = memberOf(actor);
    if (resource === null) return err(notFound('Resource'));
    if (memberId === undefined || !resourcePolicy.can(actor, 'RATE', resource))
      return err(notAllowed('RATE', 'Resource'));
    const status = resourceLifecycle.next('RATE', resource, clock.now());
    if (!status.ok) return status;
    const rating = checkRating(given);
    if (!rating.ok) return rating;
    const { authorId } = resource;
    await ratings.put({ ...rating.value, id: ids.random(), resourceId, authorId, memberId, ratedAt: clock.now() });
    return ok(resource);
  });
}
