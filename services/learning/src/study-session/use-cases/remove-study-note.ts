import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { StudyNoteId } from '../study-note.js';
import { studyNotePolicy } from '../study-note.policy.js';

/** Takes a resource out of the notes of a session; the resource itself stays. */
export function removeStudyNote({ transaction }: Deps, actor: Actor, { noteId }: { readonly noteId: StudyNoteId }) {
  return transaction(async (unit) => {
    const note = await unit.studyNotes.findVisible(actor, noteId);
    const facts = note === null ? null : await unit.studyFacts.findSessionLocked(actor, note.sessionId);
    if (note === null || facts === null) return err(notFound('StudyNote'));
    if (!studyNotePolicy.canRemove(actor, { note, facts })) return err(notAllowed('REMOVE', 'StudyNote'));
    await unit.studyNotes.remove(noteId);
    return ok(facts.session);
  });
}
