import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { GroupId } from '../references/group.js';
import { ActivityTemplateEntity } from './template.entity.js';
import type { ActivityTemplate, TemplateId } from './template.js';

/** Reads and writes templates, for callers that ask their policy first. */
export type TemplateRepository = ReturnType<typeof createTemplateRepository>;

/** A repository over one connection or transaction. */
export function createTemplateRepository(manager: EntityManager) {
  const query = () => manager.createQueryBuilder(ActivityTemplateEntity, 'template');
  return {
    /** One template, retired or not, or nothing. */
    find: (id: TemplateId): Promise<ActivityTemplate | null> => query().where('template.id = :id', { id }).getOne(),

    /** What is offered to a group, its own and the union's, by name. */
    async pageOf(groupId: GroupId, { first, after }: PageRequest): Promise<Page<ActivityTemplate>> {
      const list = query().where(
        'template.retired_at is null and (template.group_id = :groupId or template.group_id is null)',
        {
          groupId,
        },
      );
      if (after !== undefined)
        list.andWhere('(template.name, template.id) > (:name, :after)', { name: after[0], after: after[1] });
      const rows = await list
        .orderBy('template.name')
        .addOrderBy('template.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ name, id }) => [name, id]);
    },

    /** How many templates a group, or the union, offers. Two who save at once come one after the other. */
    async countOffered(groupId: GroupId | undefined): Promise<number> {
      await manager.query(`select pg_advisory_xact_lock(1952804980, hashtext(coalesce($1::text, 'union')))`, [
        groupId ?? null,
      ]);
      const [row]: { count: number }[] = await manager.query(
        'select count(*)::int as count from activity_template where retired_at is null and group_id is not distinct from $1::uuid',
        [groupId ?? null],
      );
      return row?.count ?? 0;
    },

    add: (template: ActivityTemplate): Promise<ActivityTemplate> =>
      insertRow(manager, ActivityTemplateEntity, template),
    save: (template: ActivityTemplate): Promise<ActivityTemplate> =>
      updateRow(manager, ActivityTemplateEntity, template),
  };
}
