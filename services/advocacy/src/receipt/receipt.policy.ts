import { isStudentOf, type CaseSides, type CaseViewer } from '../sealing/viewer.js';
import type { ReceiptKind } from './receipt.js';

/** Who may have a code for a case, and whose an anonymous case may become. */
export const receiptPolicy = {
  /** Anybody may open an anonymous case while the hour has room for one more. */
  canOpen: (openings: number, openingsMax: number): boolean => openings < openingsMax,
  /** Only the code of an anonymous case does what its student may do. */
  canAct: (kind: ReceiptKind | undefined): boolean => kind === 'ANONYMOUS',
  /** The student of a case may ask for its status without signing in. */
  canTake: (viewer: CaseViewer, sides: CaseSides): boolean => isStudentOf(viewer, sides),
  /** An active member who holds the code may say that the case is theirs; never the person who works on it. */
  canClaim: ({ actor, self }: CaseViewer, { assignee }: CaseSides): boolean =>
    self !== undefined && actor.kind === 'person' && actor.subject !== assignee,
};
