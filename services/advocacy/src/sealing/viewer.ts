import { hasAppointment, isUnionOfficer, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { Pseudonym, Vault } from './sealing.js';

/** Who asks, with the pseudonym under which this service knows them as a student. */
export type CaseViewer = { readonly actor: Actor; readonly self: Pseudonym | undefined };

/** The two sides of a case file; the second worker reads with the assigned one. */
export type CaseSides = {
  readonly student: Pseudonym;
  readonly assignee: string | undefined;
  readonly secondWorker?: string | undefined;
};

/** The viewer behind an actor. People remain the students of their cases when their membership is suspended or ends. */
export function viewerOf(actor: Actor, vault: Vault): CaseViewer {
  const memberId = registeredMemberOf(actor);
  return { actor, self: memberId === undefined ? undefined : vault.pseudonym(memberId) };
}

/**
 * The viewer's subject while they are a case worker in office. An elected officer never sees a case, whatever other
 * appointment they hold (domain 1.2, separation).
 */
export function activeWorker({ actor }: CaseViewer): string | undefined {
  const isWorker = hasAppointment(actor, 'CASE_WORKER') && !isUnionOfficer(actor);
  return isWorker && actor.kind === 'person' ? actor.subject : undefined;
}

/** Whether the viewer is the student of the case. */
export function isStudentOf({ self }: CaseViewer, { student }: Pick<CaseSides, 'student'>): boolean {
  return self !== undefined && self === student;
}

/** Whether the viewer is the assigned case worker, in office now. */
export function isWorkerOf(viewer: CaseViewer, sides: CaseSides): boolean {
  const worker = activeWorker(viewer);
  return worker !== undefined && worker === sides.assignee && !isStudentOf(viewer, sides);
}

/** Whether the viewer works on the case, as the assigned case worker or as the second one. */
export function isOnTeam(viewer: CaseViewer, sides: CaseSides): boolean {
  const worker = activeWorker(viewer);
  return (
    isWorkerOf(viewer, sides) || (worker !== undefined && worker === sides.secondWorker && !isStudentOf(viewer, sides))
  );
}

/** Whether the viewer is an advice manager in office who holds no elected office of the union. */
export function isManager({ actor }: CaseViewer): boolean {
  return hasAppointment(actor, 'ADVICE_MANAGER') && !isUnionOfficer(actor);
}

/** The viewer's subject while they are an advice manager who holds no elected office. */
export function managerSubject(viewer: CaseViewer): string | undefined {
  return isManager(viewer) && viewer.actor.kind === 'person' ? viewer.actor.subject : undefined;
}
