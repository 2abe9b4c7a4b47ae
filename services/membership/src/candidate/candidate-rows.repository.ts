import type { PositionKind } from '@guildhall/kernel';
import type { Candidacy, CandidacyAppeal, Candidate } from './candidate.js';

/** A candidacy as its columns come. Appeals come as JSON, in which instants are text. */
export type CandidacyRow = {
  readonly id: Candidate['id'];
  readonly contest_id: Candidate['contestId'];
  readonly member_id: NonNullable<Candidate['memberId']> | null;
  readonly name: string;
  readonly is_reopen: boolean;
  readonly status: NonNullable<Candidate['status']> | null;
  readonly status_reason: string | null;
  readonly statements: Candidate['statements'];
  readonly ballot_place: number | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly appeal_until: Date | null;
  readonly nominated_at: Date;
  readonly changed_at: Date;
  readonly version: number;
  readonly election_id: Candidacy['election']['id'];
  readonly election_status: Candidacy['election']['status'];
  readonly nominations_open_at: Date;
  readonly nominations_close_at: Date;
  readonly rules_version: number;
  readonly second_trustee: string;
  readonly position_kind: PositionKind;
  readonly appeal: AppealRow | null;
  readonly nomination_count: number;
  readonly is_involved: boolean;
};

type AppealRow = {
  readonly id: CandidacyAppeal['id'];
  readonly candidate_id: Candidate['id'];
  readonly against_by: string;
  readonly against_at: string;
  readonly words: string;
  readonly made_at: string;
  readonly is_granted: boolean | null;
  readonly reason: string | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly version: number;
};

/**
 * The elections that the member `$1` stands or nominates in, worked out once for a statement however many rows it has. They
 * are few for anybody, while an election has many candidates.
 */
const withInvolved = `
  with involved as materialized (
    select k.election_id from candidate c join contest k on k.id = c.contest_id
      where c.member_id = $1::uuid and c.status <> 'DECLINED'
    union select k.election_id from nomination n join candidate c on c.id = n.candidate_id join contest k on k.id = c.contest_id
      where n.nominator_id = $1::uuid)`;

/** Everything that decides what can be done about a candidacy; `$1` is the viewer's member id or null. */
export const selectCandidacy = `${withInvolved}
  select c.*, e.id as election_id, e.status as election_status, e.nominations_open_at, e.nominations_close_at,
    e.rules_version, e.second_trustee, p.kind as position_kind, to_jsonb(a) as appeal, i.is_involved,
    (select count(*)::integer from nomination n where n.candidate_id = c.id) as nomination_count
  from candidate c join contest k on k.id = c.contest_id join election e on e.id = k.election_id
  join position p on p.id = k.position_id
  left join lateral (
    select * from candidacy_appeal l where l.candidate_id = c.id order by l.made_at desc, l.id desc limit 1) a on true
  cross join lateral (select e.id in (select election_id from involved) as is_involved) i`;

/** A candidacy made of its columns. */
export function toCandidacy(row: CandidacyRow): Candidacy {
  return {
    candidate: toCandidate(row),
    election: {
      id: row.election_id,
      status: row.election_status,
      nominationsOpenAt: row.nominations_open_at,
      nominationsCloseAt: row.nominations_close_at,
      rulesVersion: row.rules_version,
      secondTrustee: row.second_trustee,
    },
    positionKind: row.position_kind,
    appeal: row.appeal === null ? undefined : toAppeal(row.appeal),
    nominationCount: row.nomination_count,
    isViewerInvolved: row.is_involved,
  };
}

function toCandidate(row: CandidacyRow): Candidate {
  return {
    id: row.id,
    contestId: row.contest_id,
    memberId: row.member_id ?? undefined,
    name: row.name,
    isReopen: row.is_reopen,
    status: row.status ?? undefined,
    statusReason: row.status_reason ?? undefined,
    statements: row.statements,
    ballotPlace: row.ballot_place ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    appealUntil: row.appeal_until ?? undefined,
    nominatedAt: row.nominated_at,
    changedAt: row.changed_at,
    version: row.version,
  };
}

function toAppeal(row: AppealRow): CandidacyAppeal {
  return {
    id: row.id,
    candidateId: row.candidate_id,
    againstBy: row.against_by,
    againstAt: new Date(row.against_at),
    words: row.words,
    madeAt: new Date(row.made_at),
    isGranted: row.is_granted ?? undefined,
    reason: row.reason ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at === null ? undefined : new Date(row.decided_at),
    version: row.version,
  };
}
