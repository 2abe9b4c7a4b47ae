import { hasAppointment, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { Pseudonym, Vault } from './sealing.js';

/** Who asks, with the pseudonym under which this service knows them as a student. */
export type CaseViewer = { readonly actor: Actor; readonly self: Pseudonym | undefined };

/** The two sides of a case file. */
export type CaseSides = { readonly student: Pseudonym; readonly assignee: string | undefined };

/** The viewer behind an actor. */
export function viewerOf(actor: Actor, vault: Vault): CaseViewer {
  const memberId = memberOf(actor);
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
