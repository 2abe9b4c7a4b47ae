import { isUnionOfficer, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { StudyReportEntity } from './study-group.entity.js';
import type { StudyGroupId } from './study-group.js';
import type { StudyReport, StudyReportId } from './study-report.js';

/** Reads and writes reports of study groups, which union officers alone read. */
export type StudyReportRepository = ReturnType<typeof createStudyReportRepository>;

/** A repository over one connection or transaction. */
export function createStudyReportRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<StudyReport> =>
    manager.createQueryBuilder(StudyReportEntity, 'report').where(isUnionOfficer(actor) ? 'true' : 'false');

  return {
    /** One report, or nothing when missing or hidden; nobody else changes it until the transaction ends. */
    findLocked: (actor: Actor, id: StudyReportId): Promise<StudyReport | null> =>
      visible(actor).andWhere('report.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** The member's own report of the group that waits; reporting twice is reporting once. */
    findOpenOf: (groupId: StudyGroupId, reporterId: Id<'Member'>): Promise<StudyReport | null> =>
      manager
        .createQueryBuilder(StudyReportEntity, 'report')
        .where('report.groupId = :groupId and report.reporterId = :reporterId and report.outcome is null', {
          groupId,
          reporterId,
        })
        .getOne(),

    /** What waits, oldest first; nothing for whoever is no union officer. */
    async pageWaiting(actor: Actor, { first, after }: PageRequest): Promise<Page<StudyReport>> {
      const query = visible(actor).andWhere('report.outcome is null');
      if (after !== undefined)
        query.andWhere('(report.reportedAt, report.id) > (:at, cast(:id as uuid))', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('report.reportedAt')
        .addOrderBy('report.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ reportedAt, id }) => [reportedAt.toISOString(), id]);
    },

    add: (report: StudyReport): Promise<StudyReport> => insertRow(manager, StudyReportEntity, report),
    save: (report: StudyReport): Promise<StudyReport> => updateRow(manager, StudyReportEntity, report),
  };
}
