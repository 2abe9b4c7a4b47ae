import {
  conflict,
  err,
  illegalTransition,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type ConflictError,
  type NotAllowedError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { electionLifecycle, type Election, type ElectionId } from '../../election/election.js';
import type { MemberId } from '../../member/member.js';
import { checkLengths, readBallots, type Ballot, type SentBallot } from '../ballot.js';
import { ballotPolicy } from '../ballot.policy.js';

/** What to cast, in which election. */
export type CastBallots = { readonly electionId: ElectionId; readonly ballots: readonly SentBallot[] };

/**
 * Casts ballots in contests of one election, all or none, one for each member and contest for good. Nothing is kept under
 * an idempotency key, which would say whose they are: the ballots themselves tell that they were cast, also after the close.
 */
export function castBallots({ transaction, clock }: Deps, actor: Actor, { electionId, ballots: sent }: CastBallots) {
  return transaction(async (unit) => {
    const memberId = ballotPolicy.voterOf(actor);
    const read = readBallots(sent, unit.ballotSeals);
    // From here on the election is closed after this transaction or was closed before it.
    await unit.ballots.holdElection(electionId);
    const election = await unit.elections.findVisible(actor, electionId);
    if (election === null) return err(notFound('Election'));
    if (memberId === undefined) return err(notAllowed('VOTE', 'Election'));
    if (!read.ok) return read;
    return castRead(unit, read.value, { election, memberId, now: clock.now() });
  });
}

type Casting = { readonly election: Election; readonly memberId: MemberId; readonly now: Date };

async function castRead(unit: Unit<Repositories>, sent: readonly Ballot[], { election, memberId, now }: Casting) {
  const papers = await unit.ballots.countPapers(election.id);
  if (!sent.every(({ contestId }) => papers.has(contestId))) return err(notFound('Contest'));
  const left = await listLeft(unit, memberId, sent);
  // What was cast is cast, whatever became of the election.
  if (left.ok && left.value.length === 0) return ok(sent);
  if (!electionLifecycle.can('VOTE', election, now)) return err(illegalTransition('VOTE', election.status));
  if (!left.ok) return left;
  const checked = checkLengths(sent, papers, unit.ballotSeals);
  if (!checked.ok) return checked;
  return (await unit.ballots.cast(memberId, left.value)) ? ok(sent) : err(taken);
}

const voted = conflict('You have voted in this contest already. A ballot is final.');
const taken = conflict('This ballot cannot be cast. Seal it again.');

/** The ballots that are still to be cast: not those that stand in the box as they are and whose caster has voted there. */
async function listLeft(
  { ballots }: Pick<Unit<Repositories>, 'ballots'>,
  memberId: MemberId,
  sent: readonly Ballot[],
): Promise<Result<readonly Ballot[], NotAllowedError | ConflictError>> {
  const contestIds = sent.map(({ contestId }) => contestId);
  const roll = await ballots.lockRoll(memberId, contestIds);
  const stored = await ballots.findStored(sent.map(({ receipt }) => receipt));
  const hasVoted = new Map(roll.map((line) => [line.contestId, line.hasVoted]));
  const left = sent.filter(
    ({ receipt, contestId }) => hasVoted.get(contestId) !== true || stored.get(receipt) !== contestId,
  );
  if (!ballotPolicy.canCast(roll, contestIds)) return err(notAllowed('VOTE', 'Contest'));
  return left.some(({ contestId }) => hasVoted.get(contestId)) ? err(voted) : ok(left);
}
