import {
  err,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import { teamPolicy } from '../team.policy.js';
import type { TeamAction, TeamFacts, TeamPlaceId } from '../team.js';

/** A place with its activity for whoever may do this to it, under the activity's lock. */
export async function openPlace(
  { teams, activities }: Pick<Repositories, 'teams' | 'activities'>,
  actor: Actor,
  { placeId, action }: { readonly placeId: TeamPlaceId; readonly action: TeamAction },
): Promise<Result<TeamFacts, NotFoundError | NotAllowedError>> {
  const place = await teams.findVisibleLocked(actor, placeId);
  const activity = place === null ? null : await activities.findVisible(actor, place.activityId);
  if (place === null || activity === null) return err(notFound('TeamPlace'));
  const facts = { place, activity };
  return teamPolicy.can(actor, action, facts) ? ok(facts) : err(notAllowed(action, 'TeamPlace'));
}
