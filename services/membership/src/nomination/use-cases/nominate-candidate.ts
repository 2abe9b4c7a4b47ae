import {
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  validationError,
  type Actor,
  type NotFoundError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { areNominationsOpen, type Candidacy, type CandidateId } from '../../candidate/candidate.js';
import { candidatePolicy } from '../../candidate/candidate.policy.js';
import { moveCandidate } from '../../candidate/decide-candidacy.js';
import { unfitToBeNominated } from '../../candidate/eligibility.js';
import type { ContestId } from '../../contest/contest.js';
import type { Deps, Repositories } from '../../deps.js';
import type { Election } from '../../election/election.js';
import type { Member, MemberId } from '../../member/member.js';
import { canSeeField } from '../../member/member.policy.js';

/** Who is nominated for what; without a member it is the actor. */
export type NominateCandidate = { readonly contestId: ContestId; readonly memberId: MemberId | undefined };

/** What the nominator learns: how the candidacy stands only when it is their own. */
export type Nominated = { readonly candidacy: Candidacy | undefined };

/**
 * Nominates somebody who elects in a contest, or oneself. Several can nominate the same person, also one who declined: how
 * they answered is told to no nominator. Who nominates oneself has agreed to stand.
 */
export function nominateCandidate({ transaction, clock, ids }: Deps, actor: Actor, input: NominateCandidate) {
  return transaction(async (unit) => {
    const now = clock.now();
    const contest = await unit.contests.findVisible(actor, input.contestId);
    const election = contest && (await unit.elections.findVisibleLocked(actor, contest.electionId));
    if (contest === null || election === null) return err(notFound('Contest'));
    const nominatorId = memberOf(actor);
    if (nominatorId === undefined || !(await mayNominate(unit, actor, { ...input, nominatorId, now })))
      return err(notAllowed('NOMINATE', 'Contest'));
    if (!areNominationsOpen(election, now)) return err(illegalTransition('NOMINATE', election.status));
    const nominee = await findNominee(unit, actor, { ...input, nominatorId, now });
    if (!nominee.ok) return nominee;
    const naming = { contestId: contest.id, id: ids.random<'Candidate'>(), nominatorId, now };
    const id = await nominate(unit, nominee.value, { ...naming, election });
    if (nominee.value.id !== nominatorId) return ok<Nominated>({ candidacy: undefined });
    return ok<Nominated>({ candidacy: await agree(unit, actor, id, now) });
  });
}

type Naming = NominateCandidate & { readonly nominatorId: MemberId; readonly now: Date };

async function mayNominate(
  { nominations }: Pick<Repositories, 'nominations'>,
  actor: Actor,
  { contestId, nominatorId, now }: Naming,
): Promise<boolean> {
  return candidatePolicy.canNominate(actor) && (await nominations.readFitness(contestId, nominatorId, now)).isElector;
}

/** The person, if the nominator may know their name; who is blocked with the nominator shares nothing with them. */
async function findNominee(
  { members, nominations }: Pick<Repositories, 'members' | 'nominations'>,
  actor: Actor,
  { contestId, memberId, nominatorId, now }: Naming,
): Promise<Result<Member, NotFoundError | ValidationError>> {
  const [seen] = await members.listVisible(actor, [memberId ?? nominatorId]);
  if (seen === undefined || !canSeeField(actor, seen.member, 'displayName', seen.standing))
    return err(notFound('Member'));
  const problem = unfitToBeNominated(await nominations.readFitness(contestId, seen.member.id, now));
  if (problem === undefined) return ok(seen.member);
  return err(validationError([{ path: 'memberId', rule: 'CONTRADICTION', message: problem }]));
}

type Nominating = Omit<Naming, 'memberId'> & { readonly id: CandidateId; readonly election: Election };

/** Makes the candidacy unless there is one, notes who nominated, and tells the nominee the first time. */
async function nominate(
  { candidates, nominations, notifications }: Unit<Repositories>,
  { id: memberId, displayName: name }: Member,
  { id, contestId, nominatorId, now, election }: Nominating,
): Promise<CandidateId> {
  const isNew = await candidates.addUnlessNominated({ id, contestId, memberId, name, nominatedAt: now });
  const candidateId = isNew ? id : ((await candidates.findIdOfMember(contestId, memberId)) ?? id);
  if (memberId === nominatorId) return candidateId;
  await nominations.add(candidateId, nominatorId, now);
  const subject = { kind: 'ELECTION', id: election.id } as const;
  if (isNew) await notifications.tell({ to: memberId, reason: 'NOMINATED', sourceId: id, subject, from: nominatorId });
  return candidateId;
}

/** Who nominates oneself has agreed; whoever had agreed before still has. */
async function agree(
  { candidates }: Pick<Repositories, 'candidates'>,
  actor: Actor,
  id: CandidateId,
  now: Date,
): Promise<Candidacy | undefined> {
  const candidacy = await candidates.findLocked(actor, id);
  if (candidacy === null) return undefined;
  const agreed = moveCandidate(candidacy, 'CONSENT', now);
  return agreed.ok ? { ...candidacy, candidate: await candidates.save(agreed.value) } : candidacy;
}
