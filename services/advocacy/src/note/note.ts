/*
 * A note: words of those who work on a case, never shown to its student. Life: written and kept with the case.
 * Internal notes are for everybody who works on the case, a private one for its author while they do. Owner: advocacy.
 */
import type { Id } from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';

/** The id of a note. */
export type NoteId = Id<'CaseNote'>;

/** Who reads a note: all who work on the case, or its author. */
export type NoteLayer = 'INTERNAL' | 'PRIVATE';

/** A note; its words are sealed. */
export type CaseNote = {
  readonly id: NoteId;
  readonly caseId: CaseId;
  readonly layer: NoteLayer;
  readonly author: string;
  readonly writtenAt: Date;
};

/** The place of a note's words. */
export function notePlace(id: NoteId): string {
  return `note/${id}`;
}
