import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { HandoverCapsuleId } from './handover-capsule.js';
import { HandoverItemEntity, HandoverQuestionEntity } from './handover-item.entity.js';
import {
  handoverSections,
  progressOf,
  type HandoverItem,
  type HandoverItemId,
  type HandoverQuestion,
  type HandoverQuestionId,
  type HandoverSection,
  type SectionProgress,
} from './handover-item.js';

type SectionRow = {
  capsule_id: HandoverCapsuleId;
  section: HandoverSection;
  count: number;
  ticked: number;
  nothing: boolean;
};

/** Reads and writes what handovers hold, for callers that may read it; they ask first. */
export type HandoverContentRepository = ReturnType<typeof createHandoverContentRepository>;

/** A repository over one connection or transaction. */
export function createHandoverContentRepository(manager: EntityManager) {
  const items = () => manager.createQueryBuilder(HandoverItemEntity, 'item');
  const questions = () => manager.createQueryBuilder(HandoverQuestionEntity, 'question');
  return {
    findItem: (id: HandoverItemId): Promise<HandoverItem | null> => items().where('item.id = :id', { id }).getOne(),

    findQuestion: (id: HandoverQuestionId): Promise<HandoverQuestion | null> =>
      questions().where('question.id = :id', { id }).getOne(),

    /** What was written in the handovers, in the order it was. */
    listItems: (capsuleIds: readonly HandoverCapsuleId[]): Promise<readonly HandoverItem[]> =>
      items().where('item.capsuleId = any(:capsuleIds)', { capsuleIds }).orderBy('item.id').getMany(),

    /** What was asked, the oldest first. */
    listQuestions: (capsuleIds: readonly HandoverCapsuleId[]): Promise<readonly HandoverQuestion[]> =>
      questions()
        .where('question.capsuleId = any(:capsuleIds)', { capsuleIds })
        .orderBy('question.askedAt')
        .addOrderBy('question.id')
        .getMany(),

    /** How far each part of the handovers is, in the order of the parts. */
    async listProgress(
      capsuleIds: readonly HandoverCapsuleId[],
    ): Promise<ReadonlyMap<HandoverCapsuleId, readonly SectionProgress[]>> {
      const rows: readonly SectionRow[] = await manager.query(
        `select c.id as capsule_id, s.section, count(i.id)::int as count, count(i.ticked_at)::int as ticked,
           exists (select 1 from handover_nothing n where n.capsule_id = c.id and n.section = s.section) as nothing
         from unnest($1::uuid[]) as c(id) cross join unnest($2::text[]) with ordinality as s(section, place)
         left join handover_item i on i.capsule_id = c.id and i.section = s.section
         group by c.id, s.section, s.place order by s.place`,
        [capsuleIds, handoverSections],
      );
      const byCapsule = Map.groupBy(rows, (row) => row.capsule_id);
      return new Map(
        capsuleIds.map((id) => [
          id,
          (byCapsule.get(id) ?? []).map(({ section, count, ticked, nothing }) =>
            progressOf(section, { count, tickedCount: ticked, hasNothing: nothing }),
          ),
        ]),
      );
    },

    /** Notes that there is nothing to write in a part, or takes that back. */
    async setNothing(capsuleId: HandoverCapsuleId, section: HandoverSection, hasNothing: boolean): Promise<void> {
      await manager.query(
        hasNothing
          ? 'insert into handover_nothing (capsule_id, section) values ($1, $2) on conflict do nothing'
          : 'delete from handover_nothing where capsule_id = $1 and section = $2',
        [capsuleId, section],
      );
    },

    /** Deletes everything that a handover holds. */
    async empty(capsuleId: HandoverCapsuleId): Promise<void> {
      for (const table of ['handover_item', 'handover_question', 'handover_nothing'])
        await manager.query(`delete from ${table} where capsule_id = $1`, [capsuleId]);
    },

    async removeItem(id: HandoverItemId): Promise<void> {
      await manager.query('delete from handover_item where id = $1', [id]);
    },
    addItem: (item: HandoverItem): Promise<HandoverItem> => insertRow(manager, HandoverItemEntity, item),
    saveItem: (item: HandoverItem): Promise<HandoverItem> => updateRow(manager, HandoverItemEntity, item),
    addQuestion: (question: HandoverQuestion): Promise<HandoverQuestion> =>
      insertRow(manager, HandoverQuestionEntity, question),
    saveQuestion: (question: HandoverQuestion): Promise<HandoverQuestion> =>
      updateRow(manager, HandoverQuestionEntity, question),
  };
}
