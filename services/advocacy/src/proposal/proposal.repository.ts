import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ProposalEntity } from './proposal.entity.js';
import { visibleProposals } from './proposal.policy.js';
import type { Proposal, ProposalFile, ProposalId, ProposalSeconder, ProposalStatus } from './proposal.js';

/** Which public proposals are asked for, and in which order. */
export type ProposalFilter = {
  readonly statuses: readonly ProposalStatus[] | undefined;
  readonly departmentId: Id<'Department'> | undefined;
  readonly search: string | undefined;
  readonly sort: 'NEWEST' | 'CLOSING_SOON' | 'DUE_SOON';
};

type TiesRow = {
  seconders: readonly { memberId: Id<'Member'>; invitedAt: string; acceptedAt: string | null; isFormer: boolean }[];
  supporting: readonly Id<'Department'>[];
};

/** One step of a proposal's way. */
export type ProposalStep = {
  readonly proposalId: ProposalId;
  readonly status: ProposalStatus;
  readonly at: Date;
};

const seconders = `(select coalesce(json_agg(json_build_object(
    'memberId', s.member_id, 'invitedAt', s.invited_at, 'acceptedAt', s.accepted_at,
    'isFormer', not exists (select 1 from actor_member m where m.member_id = s.member_id)) order by s.invited_at, s.member_id), '[]')
  from proposal_seconder s where s.proposal_id = proposal.id)`;
const supporting = `(select coalesce(json_agg(d.department_id order by d.department_id), '[]')
  from proposal_department d where d.proposal_id = proposal.id)`;

const orders = {
  NEWEST: { column: 'publishedAt', direction: 'DESC', beyond: '<' },
  CLOSING_SOON: { column: 'closesAt', direction: 'ASC', beyond: '>' },
  DUE_SOON: { column: 'dueAt', direction: 'ASC', beyond: '>' },
} as const;

/** Reads and writes proposals without their words; every read of a hidden one takes the actor. */
export type ProposalRepository = ReturnType<typeof createProposalRepository>;

/** A repository over one connection or transaction. */
export function createProposalRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Proposal> =>
    manager
      .createQueryBuilder(ProposalEntity, 'proposal')
      .addSelect(seconders, 'seconders')
      .addSelect(supporting, 'supporting')
      .where(
        `(:all or proposal.publishedAt is not null or proposal.authorId = :memberId
          or exists (select 1 from proposal_seconder mine where mine.proposal_id = proposal.id and mine.member_id = :memberId)
          or (:screens and proposal.submittedAt is not null and proposal.status <> 'DRAFT'))`,
        withNull(visibleProposals(actor)),
      );
  const read = async (query: SelectQueryBuilder<Proposal>): Promise<readonly ProposalFile[]> => {
    const { entities, raw } = await query.getRawAndEntities<TiesRow>();
    return entities.flatMap((proposal, index) => {
      const row = raw[index];
      return row === undefined
        ? []
        : [{ proposal, seconders: row.seconders.map(toSeconder), supporting: row.supporting }];
    });
  };
  const page = async (
    query: SelectQueryBuilder<Proposal>,
    sort: ProposalFilter['sort'],
    { first, after }: PageRequest,
  ): Promise<Page<ProposalFile>> => {
    const { column, direction, beyond } = orders[sort];
    if (after !== undefined)
      query.andWhere(`(proposal.${column}, proposal.id) ${beyond} (:at, :after)`, { at: after[0], after: after[1] });
    const files = await read(
      query
        .orderBy(`proposal.${column}`, direction)
        .addOrderBy('proposal.id', direction)
        .limit(first + 1),
    );
    return toPage(files, first, ({ proposal }) => [
      (proposal[column] ?? proposal.draftedAt).toISOString(),
      proposal.id,
    ]);
  };

  return {
    /** One proposal, or nothing when missing or hidden. */
    async findVisible(actor: Actor, id: ProposalId): Promise<ProposalFile | null> {
      const [file] = await read(visible(actor).andWhere('proposal.id = :id', { id }));
      return file ?? null;
    },

    /** As `findVisible`, and keeps everybody else from changing it until the transaction ends: whoever counts, counts alone. */
    async takeVisible(actor: Actor, id: ProposalId): Promise<ProposalFile | null> {
      await manager.query('select 1 from proposal where id = $1 for update', [id]);
      const [file] = await read(visible(actor).andWhere('proposal.id = :id', { id }));
      return file ?? null;
    },

    /** The proposals among `ids` that the actor may see. */
    listVisible: (actor: Actor, ids: readonly ProposalId[]): Promise<readonly ProposalFile[]> =>
      read(visible(actor).andWhere('proposal.id = any(:ids)', { ids })),

    /** Public proposals. */
    pagePublic(actor: Actor, { statuses, departmentId, search, sort }: ProposalFilter, request: PageRequest) {
      const query = visible(actor).andWhere(
        `proposal.publishedAt is not null and proposal.${orders[sort].column} is not null`,
      );
      if (statuses !== undefined) query.andWhere('proposal.status = any(:statuses)', { statuses });
      if (departmentId !== undefined)
        query.andWhere(
          `(proposal.leadDepartmentId = :departmentId or exists (
             select 1 from proposal_department d where d.proposal_id = proposal.id and d.department_id = :departmentId))`,
          { departmentId },
        );
      if (search !== undefined)
        query.andWhere(
          `exists (select 1 from proposal_text t where t.proposal_id = proposal.id and t.number = proposal.textNumber and t.title ilike :search)`,
          { search: `%${search.replaceAll(/[%_\\]/g, String.raw`\$&`)}%` },
        );
      return page(query, sort, request);
    },

    /** The proposals that a member wrote or was asked to second, newest first. */
    pageOwn(actor: Actor, memberId: Id<'Member'>, { first, after }: PageRequest) {
      const query = visible(actor).andWhere(
        `(proposal.authorId = :own or exists (
           select 1 from proposal_seconder o where o.proposal_id = proposal.id and o.member_id = :own))`,
        { own: memberId },
      );
      return pageByDraft(query, { first, after });
    },

    /** What waits for the committee: handed in, appealed, or qualified and not handed on; oldest first. */
    pageForCommittee(actor: Actor, statuses: readonly ProposalStatus[], { first, after }: PageRequest) {
      const { screens } = visibleProposals(actor);
      const query = visible(actor).andWhere(':screens and proposal.status = any(:statuses)', { screens, statuses });
      return pageByDraft(query, { first, after });
    },

    async add(proposal: Proposal): Promise<ProposalFile> {
      await insertRow(manager, ProposalEntity, proposal);
      return { proposal, seconders: [], supporting: [] };
    },

    async save(file: ProposalFile): Promise<ProposalFile> {
      return { ...file, proposal: await updateRow(manager, ProposalEntity, file.proposal) };
    },

    /** Adds a step to the way of a proposal. */
    addStep: ({ proposalId, status, at }: ProposalStep): Promise<unknown> =>
      manager.query(
        `insert into proposal_step (proposal_id, position, status, at)
         select $1, coalesce(max(position), 0) + 1, $2, $3 from proposal_step where proposal_id = $1`,
        [proposalId, status, at],
      ),

    /** The ways of proposals, oldest step first. */
    async listSteps(ids: readonly ProposalId[]): Promise<readonly ProposalStep[]> {
      const rows: readonly { proposal_id: ProposalId; status: ProposalStatus; at: Date }[] = await manager.query(
        'select proposal_id, status, at from proposal_step where proposal_id = any($1::uuid[]) order by proposal_id, position',
        [ids],
      );
      return rows.map((row) => ({ proposalId: row.proposal_id, status: row.status, at: row.at }));
    },
  };

  async function pageByDraft(query: SelectQueryBuilder<Proposal>, { first, after }: PageRequest) {
    if (after !== undefined)
      query.andWhere('(proposal.draftedAt, proposal.id) < (:at, :after)', { at: after[0], after: after[1] });
    const files = await read(
      query
        .orderBy('proposal.draftedAt', 'DESC')
        .addOrderBy('proposal.id', 'DESC')
        .limit(first + 1),
    );
    return toPage(files, first, ({ proposal }) => [proposal.draftedAt.toISOString(), proposal.id]);
  }
}

const withNull = ({ memberId, ...scope }: ReturnType<typeof visibleProposals>) => ({
  ...scope,
  memberId: memberId ?? null,
});

function toSeconder({ memberId, invitedAt, acceptedAt, isFormer }: TiesRow['seconders'][number]): ProposalSeconder {
  return {
    memberId,
    invitedAt: new Date(invitedAt),
    acceptedAt: acceptedAt === null ? undefined : new Date(acceptedAt),
    isFormer,
  };
}
