import { caseLifecycle, type Case } from '../case/case.js';
import { casePolicy } from '../case/case.policy.js';
import { receiptPolicy } from '../receipt/receipt.policy.js';
import type { CaseViewer } from '../sealing/viewer.js';
import { representativePolicy } from './representative.policy.js';

/** What can be done about who comes to a case and how. */
export type CaseAccessAction = 'NAME_REPRESENTATIVE' | 'TAKE_RECEIPT' | 'ATTACH';

/** What the viewer may do of that now, by the same rules that the mutations ask. */
export function accessActionsOf(
  viewer: CaseViewer,
  item: Case,
  { now, takesFiles }: { readonly now: Date; readonly takesFiles: boolean },
): readonly CaseAccessAction[] {
  const canAttach =
    takesFiles && casePolicy.can(viewer, 'POST_MESSAGE', item) && caseLifecycle.can('POST_MESSAGE', item, now);
  return [
    ...(representativePolicy.canName(viewer, item) ? (['NAME_REPRESENTATIVE'] as const) : []),
    ...(receiptPolicy.canTake(viewer, item) ? (['TAKE_RECEIPT'] as const) : []),
    ...(canAttach ? (['ATTACH'] as const) : []),
  ];
}
