import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { CaseViewer } from '../sealing/viewer.js';
import { CaseEntity } from './case.entity.js';
import type { Case, CaseId, CaseMessage } from './case.js';
import { queuedCases, visibleCases } from './case.policy.js';

/** The blind index of one name of a case and the side it stands on. */
export type PartyIndex = { readonly side: 'STUDENT' | 'OTHER'; readonly nameIndex: string };

type MessageRow = { id: Id<'CaseMessage'>; case_id: CaseId; author: CaseMessage['author']; sent_at: Date };

/** Which cases of the queue are asked for. */
export type QueuePart = 'OPEN' | 'UNASSIGNED' | 'OVER';

/** In which order the queue comes. */
export type QueueOrder = 'OPENED' | 'DEADLINE';

const isOver = `file.status in ('CLOSED', 'SIGNPOSTED')`;
const queueParts: Readonly<Record<QueuePart, string>> = {
  OPEN: `not ${isOver}`,
  UNASSIGNED: `not ${isOver} and file.assignee is null`,
  OVER: isOver,
};

/** What sorts cases before the id; in a queue after how urgent they are. */
type Sorting = { readonly rank?: string; readonly key: string; readonly isDescending?: boolean };

/** Where somebody may be in danger comes first, then what was sorted as urgent. */
const urgentFirst = `case when file.flagged_at is not null then 0 when file.urgency = 'HIGH' then 1 else 2 end`;

/** A case that owes nothing comes after every deadline, so that a cursor can name its place. */
const orders = {
  OWN: { key: 'file.opened_at' },
  OPENED: { rank: urgentFirst, key: 'file.opened_at' },
  DEADLINE: {
    rank: urgentFirst,
    key: `coalesce((select min(owed.due_at) from case_deadline owed where owed.case_id = file.id and owed.met_at is null and owed.replaced_at is null), '9999-12-31T00:00:00Z')`,
  },
  ENDED: { key: 'coalesce(file.closed_at, file.opened_at)', isDescending: true },
} as const satisfies Readonly<Record<QueueOrder | 'OWN' | 'ENDED', Sorting>>;

/** Cases in which a name of this case stands on the other side. */
const otherSides = `
  select other.case_id from case_party own
  join case_party other on other.name_index = own.name_index and other.side <> own.side and other.case_id <> own.case_id
  where own.case_id = $1`;

/** Reads and writes cases without their words; every read takes the viewer. */
export type CaseRepository = ReturnType<typeof createCaseRepository>;

/** A repository over one connection or transaction. */
export function createCaseRepository(manager: EntityManager) {
  const visible = (viewer: CaseViewer): SelectQueryBuilder<Case> => {
    const { student, assignee, all } = visibleCases(viewer);
    return manager
      .createQueryBuilder(CaseEntity, 'file')
      .where('(file.student = :student or file.assignee = :assignee or file.secondWorker = :assignee or :all)', {
        student: student ?? null,
        assignee: assignee ?? null,
        all,
      });
  };
  const queued = (viewer: CaseViewer): SelectQueryBuilder<Case> => {
    const { all, allBut, assignee, subject } = queuedCases(viewer);
    return manager.createQueryBuilder(CaseEntity, 'file').where(
      `(file.assignee = :assignee or file.secondWorker = :assignee or (:all and file.student is distinct from :allBut))
         and not exists (select 1 from case_wall w where w.case_id = file.id and w.subject = :subject and w.lifted_at is null)`,
      {
        assignee: assignee ?? null,
        all,
        allBut: allBut ?? null,
        subject: subject ?? null,
      },
    );
  };
  const page = async (
    query: SelectQueryBuilder<Case>,
    { first, after }: PageRequest,
    { rank = '0', key, isDescending = false }: Sorting = orders.OWN,
  ): Promise<Page<Case>> => {
    if (after !== undefined) {
      const beyond = isDescending ? '<' : '>';
      const [rankAfter, keyAfter, idAfter] = after;
      const place = { rankAfter, keyAfter, idAfter };
      query.andWhere(`(${rank}, ${key}, file.id) ${beyond} (:rankAfter::int, :keyAfter, :idAfter)`, place);
    }
    const direction = isDescending ? 'DESC' : 'ASC';
    const { entities, raw } = await query
      .addSelect(rank, 'order_rank')
      .addSelect(key, 'order_key')
      .orderBy('order_rank', direction)
      .addOrderBy('order_key', direction)
      .addOrderBy('file.id', direction)
      .limit(first + 1)
      .getRawAndEntities<{ readonly order_rank: number; readonly order_key: Date }>();
    const rows = entities.map((item, index) => ({
      item,
      rank: raw[index]?.order_rank ?? 0,
      key: raw[index]?.order_key ?? item.openedAt,
    }));
    const { edges, pageInfo } = toPage(rows, first, (row) => [String(row.rank), row.key.toISOString(), row.item.id]);
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: node.item })), pageInfo };
  };

  return {
    /** One case whose file the viewer may read, or nothing when missing or hidden. */
    findVisible: (viewer: CaseViewer, id: CaseId): Promise<Case | null> =>
      visible(viewer).andWhere('file.id = :id', { id }).getOne(),

    /** One case of the viewer's queue, or nothing when missing or hidden. */
    findQueued: (viewer: CaseViewer, id: CaseId): Promise<Case | null> =>
      queued(viewer).andWhere('file.id = :id', { id }).getOne(),

    /** Those of the cases whose files the viewer may read. */
    listVisible: (viewer: CaseViewer, ids: readonly CaseId[]): Promise<readonly Case[]> =>
      visible(viewer).andWhere('file.id = any(:ids)', { ids }).getMany(),

    /** Those of the cases that stand in the viewer's queue. */
    listQueued: (viewer: CaseViewer, ids: readonly CaseId[]): Promise<readonly Case[]> =>
      queued(viewer).andWhere('file.id = any(:ids)', { ids }).getMany(),

    /** The cases that were merged into one, for a use case that changes who works on it. */
    listMergedInto: (id: CaseId): Promise<readonly Case[]> =>
      manager
        .createQueryBuilder(CaseEntity, 'file')
        .where('file.mergedIntoId = :id', { id })
        .orderBy('file.id')
        .getMany(),

    /** The viewer's own cases as a student, oldest first. */
    pageOwn: (viewer: CaseViewer, request: PageRequest): Promise<Page<Case>> =>
      page(visible(viewer).andWhere('file.student = :self', { self: viewer.self ?? null }), request),

    /** One part of the viewer's queue, in the order asked for; what is over always the last ended first. */
    pageQueue: (
      viewer: CaseViewer,
      request: PageRequest,
      { part, order }: { readonly part: QueuePart; readonly order: QueueOrder },
    ): Promise<Page<Case>> =>
      page(queued(viewer).andWhere(queueParts[part]), request, orders[part === 'OVER' ? 'ENDED' : order]),

    async add(item: Case, parties: readonly PartyIndex[]): Promise<Case> {
      await insertRow(manager, CaseEntity, item);
      await manager.query(
        'insert into case_party (case_id, side, name_index) select $1, side, name from unnest($2::text[], $3::text[]) as party(side, name) on conflict do nothing',
        [item.id, parties.map(({ side }) => side), parties.map(({ nameIndex }) => nameIndex)],
      );
      return item;
    },

    save: (item: Case): Promise<Case> => updateRow(manager, CaseEntity, item),

    /** Whether anybody named in this case stands on the other side of another one. */
    async hasOtherSide(id: CaseId): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(`${otherSides} limit 1`, [id]);
      return rows.length > 0;
    },

    /** What this service knows of a subject: whether they are a case worker now, hold a union office, and which member they are. */
    async readColleague(
      subject: string,
      now: Date,
    ): Promise<{
      readonly isWorker: boolean;
      readonly isOfficer: boolean;
      readonly memberId: Id<'Member'> | undefined;
    }> {
      const [row]: readonly { is_worker: boolean; is_officer: boolean; member_id: Id<'Member'> | null }[] =
        await manager.query(
          `select exists (select 1 from actor_appointment a where a.subject = $1 and a.role = 'CASE_WORKER' and a.starts_at <= $2 and a.ends_at > $2) as is_worker,
           exists (select 1 from actor_mandate d join actor_member m using (member_id)
             where m.subject = $1 and d.kind = 'UNION_OFFICER' and d.starts_at <= $2 and d.ends_at > $2) as is_officer,
           (select member_id from actor_member where subject = $1) as member_id`,
          [subject, now],
        );
      return {
        isWorker: row?.is_worker ?? false,
        isOfficer: row?.is_officer ?? false,
        memberId: row?.member_id ?? undefined,
      };
    },

    addMessage: ({ id, caseId, author, sentAt }: CaseMessage): Promise<unknown> =>
      manager.query('insert into case_message (id, case_id, author, sent_at) values ($1, $2, $3, $4)', [
        id,
        caseId,
        author,
        sentAt,
      ]),

    /** One message of a case the viewer may read, or nothing when missing or hidden. */
    async findMessage(viewer: CaseViewer, id: Id<'CaseMessage'>): Promise<CaseMessage | null> {
      const { student, assignee } = visibleCases(viewer);
      const [row]: readonly MessageRow[] = await manager.query(
        'select m.* from case_message m join case_file f on f.id = m.case_id where m.id = $1 and (f.student = $2 or f.assignee = $3 or f.second_worker = $3)',
        [id, student ?? null, assignee ?? null],
      );
      return row === undefined ? null : toMessage(row);
    },

    /** The conversation of a case that the viewer was shown already, oldest first. */
    async pageMessages(viewer: CaseViewer, caseId: CaseId, { first, after }: PageRequest): Promise<Page<CaseMessage>> {
      const { student, assignee } = visibleCases(viewer);
      const rows: readonly MessageRow[] = await manager.query(
        `select m.* from case_message m join case_file f on f.id = m.case_id
         where m.case_id = $1 and (f.student = $2 or f.assignee = $3 or f.second_worker = $3) and ($4::timestamptz is null or (m.sent_at, m.id) > ($4, $5::uuid))
         order by m.sent_at, m.id limit $6`,
        [caseId, student ?? null, assignee ?? null, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toMessage), first, ({ id, sentAt }) => [sentAt.toISOString(), id]);
    },
  };
}

function toMessage(row: MessageRow): CaseMessage {
  return { id: row.id, caseId: row.case_id, author: row.author, sentAt: row.sent_at };
}
