import { memberOf, type Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { StudyNote, StudyNoteId } from './study-note.js';
import type { StudySessionId } from './study-session.js';

/** Reads and writes the notes of sessions; they are read by whoever has a seat in the group, with the text of their resource. */
export type StudyNoteRepository = ReturnType<typeof createStudyNoteRepository>;

const selectNotes = `
  select n.id, n.session_id as "sessionId", n.resource_id as "resourceId", n.added_by_id as "addedById", n.added_at as "addedAt",
    r.title, r.body, r.language, r.licence, r.author_id as "authorId"
  from study_note n join resource r on r.id = n.resource_id join study_session s on s.id = n.session_id
  where r.status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED')
    and exists (select 1 from study_place own where own.group_id = s.group_id and own.member_id = $1::uuid and own.status = 'SEATED')`;

/** A repository over one connection or transaction. */
export function createStudyNoteRepository(manager: EntityManager) {
  return {
    /** The notes of sessions, oldest first. */
    listOf: (actor: Actor, sessionIds: readonly StudySessionId[]): Promise<readonly StudyNote[]> =>
      manager.query(`${selectNotes} and n.session_id = any($2::uuid[]) order by n.added_at, n.id`, [
        memberOf(actor) ?? null,
        sessionIds,
      ]),

    /** One note, or nothing when missing or hidden. */
    async findVisible(actor: Actor, id: StudyNoteId): Promise<StudyNote | null> {
      const rows: readonly StudyNote[] = await manager.query(`${selectNotes} and n.id = $2`, [
        memberOf(actor) ?? null,
        id,
      ]);
      return rows[0] ?? null;
    },

    /** Adds a resource to the notes unless it is among them. */
    add: async ({
      id,
      sessionId,
      resourceId,
      addedById,
      addedAt,
    }: Omit<StudyNote, 'title' | 'body' | 'language' | 'licence' | 'authorId'>): Promise<void> =>
      void (await manager.query(
        `insert into study_note (id, session_id, resource_id, added_by_id, added_at) values ($1, $2, $3, $4, $5)
         on conflict on constraint study_note_once do nothing`,
        [id, sessionId, resourceId, addedById, addedAt],
      )),

    remove: async (id: StudyNoteId): Promise<void> =>
      void (await manager.query('delete from study_note where id = $1', [id])),
  };
}
