/*
 * A note of a session: a resource with a licence that a study group reads together, also before the library has it.
 * Life: added and taken out again; the resource lives its own life. Owner: learning.
 */
import type { Id } from '@guildhall/kernel';
import type { Resource, ResourceId } from '../resource/resource.js';
import type { StudyFacts } from '../study-group/study-group.js';
import type { StudySessionId } from './study-session.js';

/** The id of a note. */
export type StudyNoteId = Id<'StudyNote'>;

/** A note as stored, with what the group reads of its resource. */
export type StudyNote = {
  readonly id: StudyNoteId;
  readonly sessionId: StudySessionId;
  readonly resourceId: ResourceId;
  readonly addedById: Id<'Member'>;
  readonly addedAt: Date;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly licence: Resource['licence'];
  readonly authorId: Id<'Member'>;
};

/** A note with the session it belongs to. */
export type NoteOfSession = { readonly note: StudyNote; readonly facts: StudyFacts };
