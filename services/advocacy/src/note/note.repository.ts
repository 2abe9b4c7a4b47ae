import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { CaseId } from '../case/case.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { CaseNote, NoteId, NoteLayer } from './note.js';
import { visibleNotes } from './note.policy.js';

type NoteRow = { id: NoteId; case_id: CaseId; layer: NoteLayer; author: string; written_at: Date };

const visible = `
  select n.* from case_note n join case_file f on f.id = n.case_id
  where (f.assignee = $1 or f.second_worker = $1) and f.student is distinct from $2 and (n.layer = 'INTERNAL' or n.author = $1)`;

/** Reads and writes notes without their words; every read takes the viewer. */
export type NoteRepository = ReturnType<typeof createNoteRepository>;

/** A repository over one connection or transaction. */
export function createNoteRepository(manager: EntityManager) {
  const scope = (viewer: CaseViewer): readonly unknown[] => {
    const { worker, allBut } = visibleNotes(viewer);
    return [worker ?? null, allBut ?? null];
  };
  return {
    add: ({ id, caseId, layer, author, writtenAt }: CaseNote): Promise<unknown> =>
      manager.query('insert into case_note (id, case_id, layer, author, written_at) values ($1, $2, $3, $4, $5)', [
        id,
        caseId,
        layer,
        author,
        writtenAt,
      ]),

    /** One note that the viewer may read, or nothing when missing or hidden. */
    async findVisible(viewer: CaseViewer, id: NoteId): Promise<CaseNote | null> {
      const [row]: readonly NoteRow[] = await manager.query(`${visible} and n.id = $3`, [...scope(viewer), id]);
      return row === undefined ? null : toNote(row);
    },

    /** The notes of a case that the viewer may read, oldest first. */
    async page(viewer: CaseViewer, caseId: CaseId, { first, after }: PageRequest): Promise<Page<CaseNote>> {
      const rows: readonly NoteRow[] = await manager.query(
        `${visible} and n.case_id = $3 and ($4::timestamptz is null or (n.written_at, n.id) > ($4, $5::uuid))
         order by n.written_at, n.id limit $6`,
        [...scope(viewer), caseId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toNote), first, ({ id, writtenAt }) => [writtenAt.toISOString(), id]);
    },
  };
}

function toNote(row: NoteRow): CaseNote {
  return { id: row.id, caseId: row.case_id, layer: row.layer, author: row.author, writtenAt: row.written_at };
}
