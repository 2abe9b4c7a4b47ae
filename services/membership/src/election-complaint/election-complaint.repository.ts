import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Election, ElectionId } from '../election/election.js';
import type { MemberId } from '../member/member.js';
import { ElectionComplaintEntity } from './election-complaint.entity.js';
import type {
  ElectionComplaint,
  ElectionComplaintId,
  ElectionComplaintStatus,
  JudgedComplaint,
} from './election-complaint.js';
import { visibleComplaints } from './election-complaint.policy.js';

type ComplaintRow = {
  readonly id: ElectionComplaintId;
  readonly election_id: ElectionId;
  readonly candidate_id: NonNullable<ElectionComplaint['candidateId']> | null;
  readonly member_id: MemberId | null;
  readonly words: string;
  readonly made_at: Date;
  readonly status: ElectionComplaintStatus;
  readonly ruling: string | null;
  readonly ruled_by: string | null;
  readonly ruled_at: Date | null;
  readonly version: number;
  readonly election_status: Election['status'];
  readonly second_trustee: string;
  readonly is_involved: boolean;
};

/** Reads and writes complaints about elections; every read takes the actor. */
export type ElectionComplaintRepository = ReturnType<typeof createElectionComplaintRepository>;

const select = `
  with involved as materialized (
    select k.election_id from candidate c join contest k on k.id = c.contest_id
      where c.member_id = $1::uuid and c.status <> 'DECLINED'
    union select k.election_id from nomination n join candidate c on c.id = n.candidate_id join contest k on k.id = c.contest_id
      where n.nominator_id = $1::uuid)
  select m.*, e.status as election_status, e.second_trustee, i.is_involved from election_complaint m join election e on e.id = m.election_id
  cross join lateral (select e.id in (select election_id from involved) as is_involved) i
  where (m.member_id = $1::uuid or $2::boolean or $3::boolean and not i.is_involved and e.second_trustee <> $4)`;

/** A repository over one connection or transaction. */
export function createElectionComplaintRepository(manager: EntityManager) {
  const read = async (
    actor: Actor,
    rest: string,
    parameters: readonly unknown[],
  ): Promise<readonly JudgedComplaint[]> => {
    const { memberId, everybody, runs, name } = visibleComplaints(actor);
    const rows: readonly ComplaintRow[] = await manager.query(`${select} and ${rest}`, [
      memberId ?? null,
      everybody,
      runs,
      name,
      ...parameters,
    ]);
    return rows.map(toJudged);
  };

  return {
    /** The complaints about an election that the actor may read, the latest first. */
    async page(actor: Actor, electionId: ElectionId, { first, after }: PageRequest): Promise<Page<JudgedComplaint>> {
      const rows = await read(
        actor,
        `m.election_id = $5::uuid and ($6::timestamptz is null or (m.made_at, m.id) < ($6, $7::uuid))
         order by m.made_at desc, m.id desc limit $8`,
        [electionId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows, first, ({ complaint: { madeAt, id } }) => [madeAt.toISOString(), id]);
    },

    /** One complaint that the actor may read; nobody else changes it or its election until the transaction ends. */
    async findLocked(actor: Actor, id: ElectionComplaintId): Promise<JudgedComplaint | null> {
      await manager.query(
        'select 1 from election where id = (select election_id from election_complaint where id = $1) for no key update',
        [id],
      );
      return (await read(actor, 'm.id = $5::uuid', [id]))[0] ?? null;
    },

    /** How many complaints the member made about the election. */
    async countOf(electionId: ElectionId, memberId: MemberId): Promise<number> {
      const rows: readonly { made: number }[] = await manager.query(
        'select count(*)::integer as made from election_complaint where election_id = $1 and member_id = $2',
        [electionId, memberId],
      );
      return rows[0]?.made ?? 0;
    },

    add: (complaint: ElectionComplaint): Promise<ElectionComplaint> =>
      insertRow(manager, ElectionComplaintEntity, complaint),
    save: (complaint: ElectionComplaint): Promise<ElectionComplaint> =>
      updateRow(manager, ElectionComplaintEntity, complaint),
  };
}

function toJudged(row: ComplaintRow): JudgedComplaint {
  return {
    complaint: {
      id: row.id,
      electionId: row.election_id,
      candidateId: row.candidate_id ?? undefined,
      memberId: row.member_id ?? undefined,
      words: row.words,
      madeAt: row.made_at,
      status: row.status,
      ruling: row.ruling ?? undefined,
      ruledBy: row.ruled_by ?? undefined,
      ruledAt: row.ruled_at ?? undefined,
      version: row.version,
    },
    election: { status: row.election_status, secondTrustee: row.second_trustee },
    isViewerInvolved: row.is_involved,
  };
}
