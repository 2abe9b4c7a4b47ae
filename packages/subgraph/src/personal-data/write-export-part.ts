import type { ServiceName } from '@guildhall/events';
import type { EntityManager } from 'typeorm';
import { exportFormatVersion, exportPageCharacters, exportPageRows, type PersonalSection } from './personal-section.js';

/** A row of a copy: what its section selected. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** One page of a part, as it is stored, downloaded and rendered. The format is documented in docs/data-export.md. */
export type ExportPage = {
  readonly format: 'guildhall-export';
  readonly version: number;
  readonly service: ServiceName;
  readonly exportId: string;
  readonly memberId: string;
  readonly writtenAt: string;
  readonly page: number;
  readonly sections: readonly { readonly name: string; readonly rows: readonly ExportedRow[] }[];
};

/** Which part is written, from which sections. */
export type PartToWrite = {
  readonly service: ServiceName;
  readonly sections: readonly PersonalSection[];
  readonly exportId: string;
  readonly now: Date;
};

/**
 * Writes a service's part into its own database, page by page, inside the caller's transaction; memory holds one page
 * at a time. Tells whose it is, or nothing when nobody waits for it: it is written already, or the person was erased.
 */
export async function writeExportPart(
  manager: EntityManager,
  { service, sections, exportId, now }: PartToWrite,
): Promise<string | undefined> {
  const [part]: readonly { member_id: string }[] = await manager.query(
    'select member_id from data_export_part where export_id = $1 and ready_at is null for update',
    [exportId],
  );
  if (part === undefined) return undefined;
  await manager.query('delete from data_export_page where export_id = $1', [exportId]);
  const head = {
    format: 'guildhall-export',
    version: exportFormatVersion,
    service,
    exportId,
    memberId: part.member_id,
    writtenAt: now.toISOString(),
  } as const;
  let pages = 0;
  for await (const page of readPages(manager, sections, part.member_id)) {
    pages += 1;
    const content: ExportPage = { ...head, page: pages, sections: page };
    await manager.query('insert into data_export_page (export_id, number, content) values ($1, $2, $3)', [
      exportId,
      pages,
      JSON.stringify(content),
    ]);
  }
  await manager.query('update data_export_part set ready_at = $2, page_count = $3 where export_id = $1', [
    exportId,
    now,
    pages,
  ]);
  return part.member_id;
}

type PageSection = ExportPage['sections'][number];

/** Cuts the rows of all sections into pages. A section without a row is named too: that nothing is kept is an answer. */
async function* readPages(
  manager: EntityManager,
  sections: readonly PersonalSection[],
  memberId: string,
): AsyncGenerator<readonly PageSection[]> {
  let page: PageSection[] = [];
  let room = new Room();
  for (const { name, select } of sections) {
    if (select === undefined) continue;
    let rows: ExportedRow[] = [];
    for await (const row of readRows(manager, select, memberId)) {
      if (!room.take(row)) {
        yield [...page, { name, rows }];
        [page, rows, room] = [[], [], new Room()];
        room.take(row);
      }
      rows.push(row);
    }
    page.push({ name, rows });
  }
  yield page;
}

/** How much still fits on a page; the first row always does. */
class Room {
  private rows = 0;
  private characters = 0;

  take(row: ExportedRow): boolean {
    const size = JSON.stringify(row).length;
    const isFull = this.rows >= exportPageRows || this.characters + size > exportPageCharacters;
    if (isFull && this.rows > 0) return false;
    this.rows += 1;
    this.characters += size;
    return true;
  }
}

/** A cursor reads a section as it stood when it was opened, a few hundred rows at a time. */
async function* readRows(manager: EntityManager, select: string, memberId: string): AsyncGenerator<ExportedRow> {
  await manager.query(`declare personal_rows no scroll cursor for ${select}`, [memberId]);
  for (;;) {
    const rows: readonly ExportedRow[] = await manager.query(`fetch ${exportPageRows} from personal_rows`);
    yield* rows;
    if (rows.length < exportPageRows) break;
  }
  await manager.query('close personal_rows');
}
