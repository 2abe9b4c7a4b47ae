import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { IssueEntity } from './issue.entity.js';
import type { Issue, IssueFile, IssueId, IssueStatus, IssueType } from './issue.js';
import { issueDepartmentsOf, visibleIssues } from './issue.policy.js';

/** Narrows the issues of one's courses; absent means no narrowing. */
export type IssueFilter = {
  readonly constituencyId: Id<'Constituency'> | undefined;
  readonly status: IssueStatus | undefined;
  readonly type: IssueType | undefined;
  readonly mine: boolean;
};

/** Which raised issues of a department are asked for. */
export type RaisedPart = 'OPEN' | 'ANSWERED';

const statusesOf: Readonly<Record<RaisedPart, readonly IssueStatus[]>> = {
  OPEN: ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'REOPENED'],
  ANSWERED: ['RESOLVED', 'DECLINED', 'ESCALATED'],
};

/** Reads and writes issues; every read takes the actor. */
export type IssueRepository = ReturnType<typeof createIssueRepository>;

/** A repository over one connection or transaction. */
export function createIssueRepository(manager: EntityManager) {
  const supportedByViewer =
    'exists (select 1 from issue_support s where s.issue_id = issue.id and s.member_id = :self)';

  const visible = (actor: Actor): SelectQueryBuilder<Issue> => {
    const { everything, memberId, constituencies } = visibleIssues(actor);
    return manager
      .createQueryBuilder(IssueEntity, 'issue')
      .addSelect(supportedByViewer, 'viewer_supports')
      .where(
        `(:everything or ((issue.constituencyId = any(:constituencies) or issue.authorId = :self or ${supportedByViewer})
          and (issue.postState = 'VISIBLE' or issue.authorId = :self)))`,
        { everything, constituencies, self: memberId ?? null },
      );
  };
  const raised = (actor: Actor): SelectQueryBuilder<Issue> =>
    manager
      .createQueryBuilder(IssueEntity, 'issue')
      .addSelect('false', 'viewer_supports')
      .where("issue.departmentId = any(:departments) and issue.raisedAt is not null and issue.postState = 'VISIBLE'", {
        departments: issueDepartmentsOf(actor),
      });
  const read = async (query: SelectQueryBuilder<Issue>): Promise<readonly IssueFile[]> => {
    const { entities, raw } = await query.getRawAndEntities<{ viewer_supports: boolean }>();
    return entities.map((issue, index) => ({ issue, supports: raw[index]?.viewer_supports ?? false }));
  };
  /** One row, kept from other writers until the transaction ends; without `lock` read only. */
  const one = async (query: SelectQueryBuilder<Issue>, id: IssueId, lock = false): Promise<IssueFile | null> => {
    query.andWhere('issue.id = :id', { id });
    if (lock) query.setLock('pessimistic_write', undefined, ['issue']);
    return (await read(query))[0] ?? null;
  };

  return {
    /** One issue of the viewer's courses, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: IssueId): Promise<IssueFile | null> => one(visible(actor), id),

    /** As `findVisible`; other writers of this issue wait until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: IssueId): Promise<IssueFile | null> => one(visible(actor), id, true),

    /** One issue that was raised to a department of the viewer, or nothing when missing or hidden. */
    findRaised: (actor: Actor, id: IssueId): Promise<IssueFile | null> => one(raised(actor), id),

    /** The issues among `ids` that the viewer may see in their courses, in no particular order. */
    listVisible: (actor: Actor, ids: readonly IssueId[]): Promise<readonly IssueFile[]> =>
      read(visible(actor).andWhere('issue.id = any(:ids)', { ids })),

    /** The issues of the viewer's courses, newest first. */
    async page(actor: Actor, { first, after }: PageRequest, filter: IssueFilter): Promise<Page<IssueFile>> {
      const query = visible(actor);
      if (filter.constituencyId !== undefined)
        query.andWhere('issue.constituencyId = :course', { course: filter.constituencyId });
      if (filter.status !== undefined) query.andWhere('issue.status = :status', { status: filter.status });
      if (filter.type !== undefined) query.andWhere('issue.type = :type', { type: filter.type });
      if (filter.mine) query.andWhere('issue.authorId = :self');
      if (after !== undefined)
        query.andWhere('(issue.postedAt, issue.id) < (:at, :after)', { at: after[0], after: after[1] });
      const files = await read(
        query
          .orderBy('issue.postedAt', 'DESC')
          .addOrderBy('issue.id', 'DESC')
          .limit(first + 1),
      );
      return toPage(files, first, ({ issue }) => [issue.postedAt.toISOString(), issue.id]);
    },

    /** The issues raised to the viewer's departments, first raised first; what is answered, last raised first. */
    async pageRaised(actor: Actor, { first, after }: PageRequest, part: RaisedPart): Promise<Page<IssueFile>> {
      const direction = part === 'OPEN' ? 'ASC' : 'DESC';
      const query = raised(actor).andWhere('issue.status in (:...statuses)', { statuses: statusesOf[part] });
      if (after !== undefined)
        query.andWhere(`(issue.raisedAt, issue.id) ${direction === 'ASC' ? '>' : '<'} (:at, :after)`, {
          at: after[0],
          after: after[1],
        });
      const files = await read(
        query
          .orderBy('issue.raisedAt', direction)
          .addOrderBy('issue.id', direction)
          .limit(first + 1),
      );
      return toPage(files, first, ({ issue }) => [(issue.raisedAt ?? issue.postedAt).toISOString(), issue.id]);
    },

    add: (issue: Issue): Promise<Issue> => insertRow(manager, IssueEntity, issue),
    save: (issue: Issue): Promise<Issue> => updateRow(manager, IssueEntity, issue),
  };
}
