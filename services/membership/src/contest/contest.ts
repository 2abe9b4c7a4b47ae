/*
 * A contest: the seats of one position that an election fills. It is made and changed while its election is planned, and
 * lives as its election does. Owner: membership.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ConstituencyId } from '../constituency/constituency.js';
import type { Election, ElectionId } from '../election/election.js';
import { checkTerm, type Position, type PositionId } from '../group/mandate.js';
import type { GroupId } from '../group/group.js';

/** The id of a contest. */
export type ContestId = Id<'Contest'>;

/** A contest as stored. */
export type Contest = {
  readonly id: ContestId;
  readonly electionId: ElectionId;
  readonly positionId: PositionId;
  readonly seats: number;
  readonly mandatesEndAt: Date;
  /** Where it comes on the ballot paper, from 1. */
  readonly place: number;
  readonly version: number;
};

/** Which people vote in a contest. */
export type ElectorateKind = 'EVERYBODY' | 'GROUP_MEMBERS' | 'CONSTITUENCY';

/** Who votes in a contest; it follows from the position. */
export type Electorate = {
  readonly kind: ElectorateKind;
  readonly groupId: GroupId | undefined;
  readonly constituencyId: ConstituencyId | undefined;
};

/** How many are on the roll of a contest, and how many of them have voted. */
export type Turnout = { readonly electorate: number; readonly cast: number };

/** Whether an election can be about a position: one of its group or of the union, not taken away, and with people to elect it. */
export function electsFor({ groupId }: Pick<Election, 'groupId'>, position: Position): boolean {
  const hasElectorate = position.kind !== 'COURSE_REP' || position.constituency !== undefined;
  return position.groupId === groupId && position.removedAt === undefined && hasElectorate;
}

/** Checks the seats and the term of a contest against its position and its election. */
export function checkContest(
  contest: Contest,
  position: Position,
  { mandatesStartAt }: Pick<Election, 'mandatesStartAt'>,
): Result<Contest, ValidationError> {
  const term = checkTerm({ startsAt: mandatesStartAt, endsAt: contest.mandatesEndAt }, mandatesStartAt);
  const termProblem = term.ok ? undefined : term.error.fields[0];
  return new FieldChecks()
    .whole('seats', contest.seats, { min: 1, max: position.seats })
    .that(
      termProblem === undefined,
      'mandatesEndAt',
      termProblem?.rule ?? 'CONTRADICTION',
      termProblem?.message ?? 'A mandate ends after it starts.',
    )
    .finish(contest);
}

/** Checks that the mandates of every contest of an election begin before they end, and last as long as one may. */
export function checkTerms(
  { mandatesStartAt }: Pick<Election, 'mandatesStartAt'>,
  contests: readonly Contest[],
): Result<readonly Contest[], ValidationError> {
  const fits = contests.every(
    ({ mandatesEndAt }) => checkTerm({ startsAt: mandatesStartAt, endsAt: mandatesEndAt }, mandatesStartAt).ok,
  );
  return new FieldChecks()
    .that(
      fits,
      'schedule.mandatesStartAt',
      'CONTRADICTION',
      'The mandates of every contest begin before they end, and last at most two years.',
    )
    .finish(contests);
}

/** From how many people on the roll on anything is told of a turnout while voting is open; our choice. */
const toldFrom = 100;

/** What everybody may know of a turnout: while voting is open tens alone, and nothing of small rolls. */
export function toldTurnout({ electorate, cast }: Turnout, isOpen: boolean): Turnout | undefined {
  if (!isOpen) return { electorate, cast };
  return electorate < toldFrom ? undefined : { electorate, cast: cast - (cast % 10) };
}
