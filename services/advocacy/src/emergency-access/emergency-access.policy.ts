import { isUnionOfficer } from '@guildhall/kernel';
import type { Pseudonym } from '../sealing/sealing.js';
import { isManager, type CaseViewer } from '../sealing/viewer.js';
import type { EmergencyAccess, EmergencyAction } from './emergency-access.js';

/** The task that tells a student of an emergency access at the stated date. */
export const emergencyTellingTask = 'tell-emergency-access';

/** A viewer with what this noun knows of them: whether an admin appointed them a guardian of emergency access. */
export type EmergencyViewer = CaseViewer & { readonly isGuardian: boolean };

/** Who sees emergency accesses; the repository turns this into SQL, with walls and the viewer's own cases left out. */
export type EmergencyScope = {
  readonly isSecondPerson: boolean;
  readonly subject: string | undefined;
  readonly self: Pseudonym | undefined;
  readonly all: boolean;
};

const isGuardianInOffice = ({ actor, isGuardian }: EmergencyViewer): boolean => isGuardian && !isUnionOfficer(actor);

const subjectOf = ({ actor }: CaseViewer): string | undefined => (actor.kind === 'person' ? actor.subject : undefined);

/** Advice managers and guardians see what was asked for, the person who asked their own requests; officers, admins and everybody else nothing. */
export function visibleEmergencies(viewer: EmergencyViewer): EmergencyScope {
  const { actor, self } = viewer;
  return {
    isSecondPerson: isManager(viewer) || isGuardianInOffice(viewer),
    subject: subjectOf(viewer),
    self,
    all: actor.kind === 'system' && actor.task === emergencyTellingTask,
  };
}

type Right = (viewer: EmergencyViewer, access: EmergencyAccess) => boolean;

const bySecondPerson: Right = (viewer, { askedBy }) =>
  (isManager(viewer) || isGuardianInOffice(viewer)) && subjectOf(viewer) !== askedBy;
const byAsker: Right = (viewer, { askedBy }) => isManager(viewer) && subjectOf(viewer) === askedBy;

/** One line per right over an emergency access that the viewer sees. */
const rights: Readonly<Record<EmergencyAction, Right>> = {
  GRANT: bySecondPerson,
  REFUSE: bySecondPerson,
  LAPSE: () => false,
  READ: byAsker,
  END: (viewer, access) => byAsker(viewer, access) || bySecondPerson(viewer, access),
};

/** Who may do what: one advice manager asks and reads, a second person decides. */
export const emergencyPolicy = {
  can: (viewer: EmergencyViewer, action: EmergencyAction, access: EmergencyAccess): boolean =>
    rights[action](viewer, access),
  canAsk: (viewer: CaseViewer): boolean => isManager(viewer),
};
