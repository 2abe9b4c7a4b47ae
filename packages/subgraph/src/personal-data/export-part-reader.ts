import type { EntityManager } from 'typeorm';
import { exportKeptMs } from './personal-section.js';
import type { ExportPage } from './write-export-part.js';

/** A service's part of a copy, as its owner may collect it. */
export type DataExportPartModel = {
  readonly exportId: string;
  readonly readyAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly pageCount: number | undefined;
};

/** One page of a part. */
export type DataExportPageModel = { readonly number: number; readonly content: string; readonly page: ExportPage };

/** Reads parts, each for the member whose copy it is and for nobody else. */
export type ExportPartReader = ReturnType<typeof createExportPartReader>;

/** A reader over one connection. */
export function createExportPartReader(manager: EntityManager) {
  return {
    /** The part of a copy; nothing when there is none or it is somebody else's. */
    async findPart(memberId: string | undefined, exportId: string): Promise<DataExportPartModel | undefined> {
      const [row]: readonly { ready_at: Date | null; page_count: number | null }[] = await manager.query(
        'select ready_at, page_count from data_export_part where export_id = $1 and member_id = $2',
        [exportId, memberId ?? null],
      );
      return row && { exportId, pageCount: row.page_count ?? undefined, ...instants(row.ready_at) };
    },

    /** One page of a part; nothing when there is none or it is somebody else's. */
    async findPage(
      memberId: string | undefined,
      { exportId, number }: { readonly exportId: string; readonly number: number },
    ): Promise<DataExportPageModel | undefined> {
      const [row]: readonly { content: string }[] = await manager.query(
        `select page.content from data_export_page page join data_export_part part using (export_id)
         where page.export_id = $1 and page.number = $2 and part.member_id = $3 and part.ready_at is not null`,
        [exportId, number, memberId ?? null],
      );
      // Our own writing, read back.
      return row && { number, content: row.content, page: JSON.parse(row.content) as ExportPage };
    },
  };
}

function instants(readyAt: Date | null) {
  return {
    readyAt: readyAt ?? undefined,
    expiresAt: readyAt === null ? undefined : new Date(readyAt.getTime() + exportKeptMs),
  };
}
