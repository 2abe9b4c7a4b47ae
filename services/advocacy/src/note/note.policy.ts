import type { Case } from '../case/case.js';
import { activeWorker, isOnTeam, isStudentOf, type CaseViewer } from '../sealing/viewer.js';
import type { CaseNote } from './note.js';

/** Whose notes an actor may see; the repository turns this into SQL. */
export type NoteScope = { readonly worker: string | undefined; readonly allBut: CaseViewer['self'] };

/** Those who work on a case see its internal notes and their own private ones; its student sees none, whatever post they hold. */
export function visibleNotes(viewer: CaseViewer): NoteScope {
  return { worker: activeWorker(viewer), allBut: viewer.self };
}

/** Who may read and write notes. */
export const notePolicy = {
  /** Whether the case has a side with notes for this viewer at all. */
  canSeeSide: (viewer: CaseViewer, item: Case): boolean => isOnTeam(viewer, item),
  canRead: (viewer: CaseViewer, note: CaseNote, item: Case): boolean =>
    isOnTeam(viewer, item) &&
    !isStudentOf(viewer, item) &&
    (note.layer === 'INTERNAL' || note.author === activeWorker(viewer)),
};
