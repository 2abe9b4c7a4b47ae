import { isStudentOf, type CaseSides, type CaseViewer } from '../sealing/viewer.js';

/** Who may have a code for a case, and whose an anonymous case may become. */
export const receiptPolicy = {
  /** The student of a case may ask for its status without signing in. */
  canTake: (viewer: CaseViewer, sides: CaseSides): boolean => isStudentOf(viewer, sides),
  /** An active member who holds the code may say that the case is theirs; never the person who works on it. */
  canClaim: ({ actor, self }: CaseViewer, { assignee }: CaseSides): boolean =>
    self !== undefined && actor.kind === 'person' && actor.subject !== assignee,
};
