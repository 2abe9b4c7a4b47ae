import { hasAppointment } from '@guildhall/kernel';
import type { Case } from '../case/case.js';
import { casePolicy } from '../case/case.policy.js';
import { isManager, type CaseViewer } from '../sealing/viewer.js';

const roles = ['CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR'] as const;

/**
 * Who may see and move walls: the advice manager, for the cases of their queue. A case worker never sees one, because it
 * would tell that another case exists.
 */
export const wallPolicy = {
  canSeeWalls: (viewer: CaseViewer): boolean => isManager(viewer),
  canLift: (viewer: CaseViewer, item: Case): boolean => casePolicy.can(viewer, 'RAISE_WALL', item),
  /** Everybody who may come near a case may say whom they know, before there is one. */
  canDeclareTie: ({ actor }: CaseViewer): boolean => roles.some((role) => hasAppointment(actor, role)),
};
