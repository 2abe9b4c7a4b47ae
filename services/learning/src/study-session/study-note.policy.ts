import { isMember, type Actor } from '@guildhall/kernel';
import { studyGroupPolicy } from '../study-group/study-group.policy.js';
import type { NoteOfSession } from './study-note.js';

/** Who may do what to a note of a session; whoever has a seat in its group reads it. */
export const studyNotePolicy = {
  /** Whoever added a note takes it out again, and the organiser of the group may. */
  canRemove: (actor: Actor, { note, facts }: NoteOfSession): boolean =>
    isMember(actor, note.addedById) || studyGroupPolicy.organises(actor, facts),
};
