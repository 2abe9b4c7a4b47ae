import { randomUUID } from 'node:crypto';
import { toId } from '@guildhall/kernel';
import type { TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import { addReopenCandidate } from '../src/candidate/use-cases/add-reopen-candidate.js';
import type { CandidateId, CandidateStatus } from '../src/candidate/candidate.js';
import type { ContestId } from '../src/contest/contest.js';
import type { Election, ElectionId } from '../src/election/election.js';
import type { Position } from '../src/group/mandate.js';
import type { Member } from '../src/member/member.js';
import { sampleElection } from './sample-election.js';

/** The instants of the elections here: nominations are open at the start of the test clock. */
const dates = {
  nominationsOpenAt: new Date('2026-10-01T08:00:00Z'),
  nominationsCloseAt: new Date('2026-10-08T16:00:00Z'),
  campaignOpensAt: new Date('2026-10-12T08:00:00Z'),
  votingOpensAt: new Date('2026-10-15T08:00:00Z'),
  votingClosesAt: new Date('2026-10-18T16:00:00Z'),
  mandatesStartAt: new Date('2026-11-16T00:00:00Z'),
};
const announcedAt = new Date('2026-09-28T08:00:00Z');
const decidedAt = new Date('2026-10-05T08:00:00Z');

/** What a candidate is made of, besides who it is. */
type Standing = { readonly status: CandidateStatus; readonly decidedBy?: string; readonly appealUntil?: string };

/** Writes the elections, contests and candidates that a test starts from. */
export class CandidacyFixture {
  #place = 0;

  constructor(private readonly test: TestService) {}

  /** An election of the union, announced unless it is planned. */
  async election(status: Election['status'], changes: Partial<Election> = {}): Promise<ElectionId> {
    const id = toId<'Election'>(randomUUID());
    await createRepositories(this.test.dataSource.manager).elections.add({
      ...sampleElection,
      ...dates,
      id,
      title: `Election ${id}`,
      status,
      statusReason: status === 'SUSPENDED' || status === 'VOIDED' ? 'The hall is closed.' : undefined,
      resumesTo: status === 'SUSPENDED' ? 'CAMPAIGN' : undefined,
      announcedAt: status === 'PLANNED' ? undefined : announcedAt,
      complaintsUntil: status === 'PROVISIONAL' ? new Date('2026-11-01T23:00:00Z') : undefined,
      ...changes,
    });
    return id;
  }

  /** A contest for a position, with its choice to re-open nominations. */
  async contest(electionId: ElectionId, position: Position): Promise<ContestId> {
    const repositories = createRepositories(this.test.dataSource.manager);
    const id = toId<'Contest'>(randomUUID());
    this.#place += 1;
    await repositories.contests.add({
      id,
      electionId,
      positionId: position.id,
      seats: 1,
      mandatesEndAt: new Date('2027-11-16T00:00:00Z'),
      place: this.#place,
      version: 1,
    });
    await addReopenCandidate(repositories, id);
    return id;
  }

  /** Somebody who stands there; who is on the paper has the next place. */
  async candidate(
    contestId: ContestId,
    member: Member,
    { status, decidedBy, appealUntil }: Standing,
  ): Promise<CandidateId> {
    const id = toId<'Candidate'>(randomUUID());
    const isOut = status === 'INELIGIBLE' || status === 'DISQUALIFIED';
    const onPaper = ['STANDING', 'DISQUALIFIED', 'ELECTED', 'NOT_ELECTED'].includes(status);
    await this.test.dataSource.query(
      `insert into candidate (id, contest_id, member_id, name, is_reopen, status, status_reason, statements, ballot_place, decided_by, decided_at,
         appeal_until, nominated_at, changed_at, version)
       select $1, $2, $3, $4, false, $5, $6, '[]', case when $7 then (select count(*) + 1 from candidate where contest_id = $2 and ballot_place is not null) end,
         $8, $9, $10, $11, $11, 1`,
      [
        id,
        contestId,
        member.id,
        member.displayName,
        status,
        isOut ? 'Not a student here.' : null,
        onPaper,
        isOut ? (decidedBy ?? 'otto') : null,
        isOut ? decidedAt : null,
        isOut ? (appealUntil ?? '2026-10-07T22:59:59.999Z') : null,
        dates.nominationsOpenAt,
      ],
    );
    return id;
  }

  /** An appeal of somebody who was refused or taken out. */
  async appeal(candidateId: CandidateId, madeAt = '2026-10-05T08:30:00Z'): Promise<void> {
    await this.test.dataSource.query(
      `insert into candidacy_appeal (id, candidate_id, against_by, against_at, words, made_at, version)
       select gen_random_uuid(), id, decided_by, decided_at, 'I am one.', $2, 1 from candidate where id = $1`,
      [candidateId, madeAt],
    );
  }

  /** Who nominated a candidate. */
  async nominations(candidateId: CandidateId, nominators: readonly Member[]): Promise<void> {
    const { nominations } = createRepositories(this.test.dataSource.manager);
    for (const { id } of nominators) await nominations.add(candidateId, id, dates.nominationsOpenAt);
  }
}
