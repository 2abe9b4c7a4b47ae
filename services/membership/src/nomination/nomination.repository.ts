import type { IdSource } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { CandidateId } from '../candidate/candidate.js';
import type { Eligibility } from '../candidate/eligibility.js';
import type { ContestId } from '../contest/contest.js';
import type { ElectionId } from '../election/election.js';
import type { MemberId } from '../member/member.js';

/** A nomination as who may read it gets it. */
export type Nominator = { readonly candidateId: CandidateId; readonly memberId: MemberId };

/** What of a member decides whether they may be nominated, apart from who nominates them. */
export type Fitness = Pick<Eligibility, 'isElector' | 'isReturningOfficer'>;

/** Reads and writes who nominated whom, and who may be nominated for what. */
export type NominationRepository = ReturnType<typeof createNominationRepository>;

/** Whether member `m` elects in contest `k` for position `p`: an active member of the union, the group or the course. */
const elects = `m.status = 'ACTIVE' and case
  when p.group_id is not null then exists (select 1 from group_membership g
    where g.group_id = p.group_id and g.member_id = m.id and g.status = 'ACTIVE')
  when p.kind = 'COURSE_REP' then constituency_id(m.programme || ', year ' || m.year::text) = constituency_id(p.constituency)
  else true end`;

/** A repository over one connection or transaction. */
export function createNominationRepository(manager: EntityManager, { ids }: { readonly ids: IdSource }) {
  return {
    /** Whether the member elects in the contest and runs no elections, at `now`. */
    async readFitness(contestId: ContestId, memberId: MemberId, now: Date): Promise<Fitness> {
      const rows: readonly { elects: boolean; runs: boolean }[] = await manager.query(
        `select ${elects} as elects, is_returning_officer(m.id, $3) as runs
         from contest k join position p on p.id = k.position_id join member m on m.id = $2 where k.id = $1`,
        [contestId, memberId, now],
      );
      return { isElector: rows[0]?.elects ?? false, isReturningOfficer: rows[0]?.runs ?? false };
    },

    /** Whether the member elects in any contest of the election. */
    async electsIn(electionId: ElectionId, memberId: MemberId): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from contest k join position p on p.id = k.position_id join member m on m.id = $2
         where k.election_id = $1 and ${elects} limit 1`,
        [electionId, memberId],
      );
      return rows.length > 0;
    },

    /** Notes a nomination; who nominates the same person again has nominated them once. */
    async add(candidateId: CandidateId, nominatorId: MemberId, madeAt: Date): Promise<void> {
      await manager.query(
        `insert into nomination (id, candidate_id, nominator_id, made_at) values ($1, $2, $3, $4)
         on conflict on constraint nomination_once do nothing`,
        [ids.random(), candidateId, nominatorId, madeAt],
      );
    },

    /** Who nominated each of the candidates, in the order of their nominations; for those alone whose nominators the caller may know. */
    async listNominators(candidateIds: readonly CandidateId[]): Promise<readonly Nominator[]> {
      const rows: readonly { candidate_id: CandidateId; nominator_id: MemberId }[] = await manager.query(
        `select candidate_id, nominator_id from nomination
         where candidate_id = any($1::uuid[]) and nominator_id is not null order by made_at, id`,
        [candidateIds],
      );
      return rows.map((row) => ({ candidateId: row.candidate_id, memberId: row.nominator_id }));
    },
  };
}
