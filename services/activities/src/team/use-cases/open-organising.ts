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
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Activity, ActivityId } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { teamPolicy } from '../team.policy.js';

/** What somebody wants to do to the plans of an activity, and the name it has in a refusal. */
export type OrganisingIntent = { readonly activityId: ActivityId; readonly action: string; readonly kind: string };

/** The activity for whoever runs it, locked; nobody else changes its plans until the transaction ends. */
export async function openOrganising(
  { activities }: Pick<Repositories, 'activities'>,
  actor: Actor,
  { activityId, action, kind }: OrganisingIntent,
): Promise<Result<Activity, NotFoundError | NotAllowedError>> {
  const activity = await activities.findVisibleLocked(actor, activityId);
  if (activity === null) return err(notFound('Activity'));
  return activityPolicy.canOrganise(actor, activity) ? ok(activity) : err(notAllowed(action, kind));
}

/** The activity for whoever sees its plans, locked; for anybody else what was asked for is not there. */
export async function openPlans(
  { activities }: Pick<Repositories, 'activities'>,
  actor: Actor,
  { activityId, kind }: Omit<OrganisingIntent, 'action'>,
): Promise<Result<Activity, NotFoundError>> {
  const activity = await activities.findVisibleLocked(actor, activityId);
  return activity !== null && teamPolicy.canSeePlans(actor, activity) ? ok(activity) : err(notFound(kind));
}
