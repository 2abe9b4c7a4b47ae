import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import { activityPolicy, isOnTeam } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';
import type { TaskAction, TeamTask } from './task.js';

/** A task and the activity it is for. */
export type TaskPlace = { readonly task: TeamTask; readonly activity: Activity };

const runs = (actor: Actor, { activity }: TaskPlace): boolean => activityPolicy.canOrganise(actor, activity);
/** Who stays an owner after leaving the team has nobody's leave to go on. */
const owns = (actor: Actor, { task, activity }: TaskPlace): boolean =>
  task.ownerId !== undefined && isMember(actor, task.ownerId) && isOnTeam(actor, activity);
const runsOrOwns = (actor: Actor, place: TaskPlace): boolean => runs(actor, place) || owns(actor, place);

/** One line per right over a task: whoever runs the activity plans, whoever owns the task does it. */
const rights: Readonly<Record<TaskAction, (actor: Actor, place: TaskPlace) => boolean>> = {
  EDIT: runs,
  CLAIM: (actor, { activity }) => memberOf(actor) !== undefined && isOnTeam(actor, activity),
  START: runsOrOwns,
  FINISH: runsOrOwns,
  REOPEN: runsOrOwns,
  DROP: runs,
};

/** Who may do what to a task. */
export const taskPolicy = {
  /** Only the platform reminds, a day before. */
  canRemind: (actor: Actor): boolean => actor.kind === 'system',
  can: (actor: Actor, action: TaskAction, place: TaskPlace): boolean => rights[action](actor, place),
};
