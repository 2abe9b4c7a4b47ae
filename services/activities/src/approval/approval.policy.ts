import { isMember, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../activity/activity.policy.js';
import type { Activity, ActivityStatus } from '../activity/activity.js';
import type { EvidenceAction } from './approval.js';

/** While a plan can still change its team gives evidence; while it waits it is judged. */
const givenWhile: readonly ActivityStatus[] = ['DRAFT', 'CHANGES_REQUESTED', 'SUBMITTED'];

const provides = (actor: Actor, activity: Activity): boolean =>
  activityPolicy.canOrganise(actor, activity) || isMember(actor, activity.organiserId);

/** One line per right over the evidence of an activity. */
const rights: Readonly<Record<EvidenceAction, (actor: Actor, activity: Activity) => boolean>> = {
  PROVIDE: provides,
  ACCEPT: (actor, activity) => activityPolicy.canJudge(actor, activity),
  RETURN: (actor, activity) => activityPolicy.canJudge(actor, activity),
};

/** Who may do what about the approval of an activity. */
export const approvalPolicy = {
  can: (actor: Actor, action: EvidenceAction, activity: Activity): boolean => rights[action](actor, activity),
  /** Whether the state of the activity allows it. */
  isTime: (action: EvidenceAction, { status }: Activity): boolean =>
    action === 'PROVIDE' ? givenWhile.includes(status) : status === 'SUBMITTED',
  /** Evidence and log are papers of the activity: its team reads who judged what. */
  canSee: (actor: Actor, activity: Activity): boolean => activityPolicy.canSeePapers(actor, activity),
};
