import { conflict, err, ok, type ConflictError, type IdSource, type Result } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { PaperCandidate } from '../../candidate/candidate.repository.js';
import type { Contest } from '../../contest/contest.js';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import { checkTerm, type MandateId, type Position } from '../../group/mandate.js';
import { giveMandate } from '../../office/use-cases/give-mandate.js';
import type { Election } from '../election.js';

/** What a contest is declared with; the caller holds the locks of the election and of the group. */
export type Declaring = {
  readonly election: Election;
  readonly group: Group | undefined;
  readonly ids: IdSource;
  readonly now: Date;
};

/**
 * Declares one contest inside the caller's transaction: gives the mandates of its last count, writes who is elected, and
 * tells the other services of the mandates. It tells nobody who voted.
 */
export async function confirmContest(
  unit: Unit<Repositories>,
  contest: Contest,
  declaring: Declaring,
): Promise<Result<readonly MandateId[], ConflictError>> {
  const count = await unit.counts.findLatest(contest.id);
  const position = await unit.mandates.findPositionLocked(contest.positionId);
  if (count === undefined || position === null || position.removedAt !== undefined)
    return err(conflict('A position of this election is not there any more, or its contest is not counted.'));
  const paper = new Map((await unit.candidates.listOnPaper(contest.id)).map((line) => [line.id, line]));
  const mandateIds: MandateId[] = [];
  for (const id of count.elected) {
    const given = await giveSeat(unit, paper.get(id), { ...declaring, contest, position });
    if (!given.ok) return given;
    mandateIds.push(given.value);
  }
  await unit.contests.declareCandidates(contest.id, count.elected, declaring.now);
  await unit.outbox.append('ElectionDeclared', declaring.election.id, {
    electionId: declaring.election.id,
    contestId: contest.id,
    mandateIds,
    declaredAt: declaring.now.toISOString(),
  });
  return ok(mandateIds);
}

type Seat = Declaring & { readonly contest: Contest; readonly position: Position };

/** A mandate from the agreed day on, or from now when the declaration came later. */
async function giveSeat(
  unit: Unit<Repositories>,
  line: PaperCandidate | undefined,
  { election, contest, position, group, ids, now }: Seat,
): Promise<Result<MandateId, ConflictError>> {
  if (line?.memberId === undefined) return err(cannotHold);
  const startsAt = election.mandatesStartAt > now ? election.mandatesStartAt : now;
  const term = checkTerm({ startsAt, endsAt: contest.mandatesEndAt }, now);
  if (!term.ok) return err(conflict('The mandates of this election would be over already.'));
  const given = await giveMandate(unit, {
    ...term.value,
    id: ids.ordered<'Mandate'>(),
    memberId: line.memberId,
    conferredBy: 'ELECTION',
    group,
    position,
    givenBy: undefined,
    now,
  });
  if (given.ok) return ok(given.value.id);
  return err(given.error.__typename === 'LimitReachedError' ? seatTaken : cannotHold);
}

const cannotHold = conflict(
  'Somebody who was elected cannot hold the office. Take them out, so that the ballots are counted again without them.',
);
const seatTaken = conflict('A seat is held by somebody else in the time of the new mandate. End that mandate first.');
