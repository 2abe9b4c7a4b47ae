import { isManager, type CaseViewer } from '../sealing/viewer.js';

/** Who keeps the calendar and the numbers of the service's promises: the advice manager, who is no elected officer. */
export const serviceRulePolicy = {
  canPublish: (viewer: CaseViewer): boolean => isManager(viewer),
};
