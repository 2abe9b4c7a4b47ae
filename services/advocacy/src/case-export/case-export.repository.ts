import type { Id } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { CaseId } from '../case/case.js';
import type { CaseViewer } from '../sealing/viewer.js';
import { CaseExportEntity } from './case-export.entity.js';
import type { CaseExport, ExportDownload } from './case-export.js';
import { visibleExports } from './case-export.policy.js';

/** Keeps exports without their words; every single read takes the viewer. */
export type CaseExportRepository = ReturnType<typeof createCaseExportRepository>;

/** A repository over one connection or transaction. */
export function createCaseExportRepository(manager: EntityManager) {
  return {
    /** One export of a case whose file the viewer may read, or nothing when missing or hidden. */
    async findVisible(viewer: CaseViewer, id: Id<'CaseExport'>): Promise<CaseExport | null> {
      const { student, assignee, all } = visibleExports(viewer);
      return manager
        .createQueryBuilder(CaseExportEntity, 'export')
        .where('export.id = :id', { id })
        .andWhere(
          'exists (select 1 from case_file file where file.id = export.case_id and (file.student = :student or file.assignee = :assignee or :all))',
          { student: student ?? null, assignee: assignee ?? null, all },
        )
        .getOne();
    },

    /** The exports of cases that the viewer was shown, oldest first. */
    listOfCases: (caseIds: readonly CaseId[]): Promise<readonly CaseExport[]> =>
      manager
        .createQueryBuilder(CaseExportEntity, 'export')
        .where('export.caseId = any(:caseIds)', { caseIds })
        .orderBy('export.requestedAt')
        .addOrderBy('export.id')
        .getMany(),

    add: (item: CaseExport): Promise<CaseExport> => insertRow(manager, CaseExportEntity, item),
    save: (item: CaseExport): Promise<CaseExport> => updateRow(manager, CaseExportEntity, item),

    /** The places of everything that student and case worker share of a case, exports left out. */
    async listSharedPlaces(caseId: CaseId): Promise<readonly string[]> {
      const rows: readonly { place: string }[] = await manager.query(
        `select place from sealed_text where case_id = $1 and layer in ('CASE', 'IDENTITY', 'RELEASED') and place not like 'export/%' order by place`,
        [caseId],
      );
      return rows.map(({ place }) => place);
    },

    /** Destroys the words of an export: its preview, its archive and the names that were taken out. */
    destroyWords: ({ id, caseId }: CaseExport): Promise<unknown> =>
      manager.query('delete from sealed_text where case_id = $1 and place like $2', [caseId, `export/${id}/%`]),

    addDownload: ({ id, exportId, byWhom, at }: ExportDownload): Promise<unknown> =>
      manager.query('insert into case_export_download (id, export_id, by_whom, at) values ($1, $2, $3, $4)', [
        id,
        exportId,
        byWhom,
        at,
      ]),

    /** The downloads of exports that the viewer was shown, oldest first. */
    async listDownloads(exportIds: readonly Id<'CaseExport'>[]): Promise<readonly ExportDownload[]> {
      const rows: readonly {
        id: Id<'ExportDownload'>;
        export_id: Id<'CaseExport'>;
        by_whom: ExportDownload['byWhom'];
        at: Date;
      }[] = await manager.query(
        'select * from case_export_download where export_id = any($1::uuid[]) order by at, id',
        [exportIds],
      );
      return rows.map((row) => ({ id: row.id, exportId: row.export_id, byWhom: row.by_whom, at: row.at }));
    },
  };
}
