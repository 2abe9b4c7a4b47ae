import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Pseudonym } from '../../sealing/sealing.js';
import type { MediationFile } from '../mediation.js';

/**
 * Tells every side and the mediator that there is something new in a mediation, all in the same words and whoever acted:
 * a notice must not tell who refused or withdrew. People without a member record find it when they sign in.
 */
export async function tellSides(
  { inbox, mediationSides }: Unit<Repositories>,
  { mediation, parties }: MediationFile,
): Promise<void> {
  const sourceId = `${mediation.id}/${mediation.version}`;
  const students = await mediationSides.listStudents(mediation.id);
  const invited = mediation.invitedUntil === undefined ? [] : parties;
  const recipients = [
    ...students.map((student) => ({ kind: 'STUDENT' as const, pseudonym: student as Pseudonym })),
    ...invited.flatMap(({ departmentId }) =>
      departmentId === undefined ? [] : [{ kind: 'DEPARTMENT' as const, departmentId }],
    ),
    ...(mediation.mediator === undefined ? [] : [{ kind: 'STAFF' as const, subject: mediation.mediator }]),
  ];
  for (const to of recipients) await inbox.tell({ to, reason: 'MEDIATION', sourceId });
}
