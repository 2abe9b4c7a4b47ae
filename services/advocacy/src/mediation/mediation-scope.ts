/*
 * Which mediations somebody sees, from the inside and from the outside; the repositories turn this into SQL. Everything
 * that is read of a mediation passes one of the two.
 */
import { actorKey, type Id } from '@guildhall/kernel';
import type { PersonKey } from './mediation.js';
import type { MediationViewer } from './mediation-viewer.js';

/** Ends an invitation that not everybody signed. */
export const invitationEndTask = 'end-mediation-invitation';

/** Asks the parties whether the terms were kept. */
export const followUpTask = 'start-mediation-follow-up';

/** Counts the answers that came. */
export const followUpEndTask = 'close-mediation-follow-up';

/** The platform sees mediations for these tasks and for no other. */
const platformTasks: readonly string[] = [invitationEndTask, followUpTask, followUpEndTask];

/** Which mediations an actor sees from the inside; the repository turns this into SQL. */
export type MediationScope = {
  readonly persons: readonly PersonKey[];
  readonly departmentIds: readonly Id<'Department'>[];
  readonly mediator: string | undefined;
  readonly all: boolean;
};

/** The people of each side, the leads of an invited department, and the mediator; nobody else, the case worker included. */
export function visibleMediations({ actor, persons, leads, mediator }: MediationViewer): MediationScope {
  return {
    persons,
    departmentIds: leads,
    mediator,
    all: actor.kind === 'system' && platformTasks.includes(actor.task),
  };
}

/** Which mediations an actor sees from the outside, to screen and assign them; never one on whose side they stand or whose case they work on. */
export type MediationQueueScope = {
  readonly isScreener: boolean;
  readonly isManager: boolean;
  readonly subject: string;
  readonly persons: readonly PersonKey[];
  readonly departmentIds: readonly Id<'Department'>[];
};

/** The advice manager until a mediator is assigned, mediators in office until the parties are invited. */
export function queuedMediations({ actor, persons, leads, mediator, isManager }: MediationViewer): MediationQueueScope {
  return {
    isScreener: isManager || mediator !== undefined,
    isManager,
    subject: actorKey(actor),
    persons,
    departmentIds: leads,
  };
}
