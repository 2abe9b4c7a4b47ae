import type { DemoCandidate, DemoElection } from '@guildhall/demo';
import type { Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { paperOrder } from '../src/candidate/paper-order.js';
import { namedId } from './named-id.js';

const hourMs = 3_600_000;

/** The candidates of a demo election as rows; where voting opened or is over, in the places that the election's seed draws. */
export function candidateRows({ contests, seed, schedule, status, returningOfficer }: DemoElection): readonly Row[] {
  const isPublished = status !== 'NOMINATIONS';
  return contests.flatMap(({ id: contestId, candidates }) => {
    const lines = candidates.map(({ id, memberId }) => ({ id, isReopen: memberId === undefined }));
    const order = paperOrder(lines, { seed, contestId });
    const placeOf = ({ id }: DemoCandidate): number | null => (isPublished ? order.indexOf(id) + 1 : null);
    return candidates.map((candidate, index) => {
      const nominatedAt = new Date(schedule.nominationsOpenAt.getTime() + (index + 2) * hourMs);
      const isPerson = candidate.memberId !== undefined;
      const isScreened = isPublished && isPerson;
      return {
        id: candidate.id,
        contest_id: contestId,
        member_id: candidate.memberId,
        name: candidate.name,
        is_reopen: !isPerson,
        status: isPerson ? candidate.answer : null,
        statements: candidate.statements,
        ballot_place: placeOf(candidate),
        decided_by: isScreened ? returningOfficer : null,
        decided_at: isScreened ? schedule.nominationsCloseAt : null,
        nominated_at: nominatedAt,
        changed_at: isScreened ? schedule.nominationsCloseAt : nominatedAt,
        version: 1,
      };
    });
  });
}

/** Loads who nominated whom. */
export async function loadNominations(manager: EntityManager, elections: readonly DemoElection[]): Promise<void> {
  const made = elections.flatMap(({ contests }) =>
    contests.flatMap(({ candidates }) =>
      candidates.flatMap(({ id, nominators }) => nominators.map((by) => ({ id, by }))),
    ),
  );
  await manager.query(
    `insert into nomination (id, candidate_id, nominator_id, made_at)
     select ${namedId('n.candidate || n.nominator::text')}, n.candidate, n.nominator, c.nominated_at
     from unnest($1::uuid[], $2::uuid[]) as n(candidate, nominator) join candidate c on c.id = n.candidate`,
    [made.map(({ id }) => id), made.map(({ by }) => by)],
  );
}
