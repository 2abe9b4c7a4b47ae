import { hasAppointment, isUnionOfficer } from '@guildhall/kernel';
import type { Pseudonym } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';

/** Whether an actor sees the case workers at all, and whose cases are left out of the figures; the repository turns this into SQL. */
export type CaseWorkerScope = { readonly all: boolean; readonly allBut: Pseudonym | undefined };

/** The advice manager assigns, sees workload and lateness (domain 1.2); a case of their own stays unseen even as a figure. */
export function visibleCaseWorkers({ actor, self }: CaseViewer): CaseWorkerScope {
  return { all: hasAppointment(actor, 'ADVICE_MANAGER') && !isUnionOfficer(actor), allBut: self };
}
