import { hasAppointment, memberOf, type Actor } from '@guildhall/kernel';
import { isSecondTrustee } from './election-scope.js';
import type { Election, ElectionAction, ElectionStanding } from './election.js';

type Facts = { readonly election: Election; readonly standing: ElectionStanding };

/** Any returning officer in force, for one may be ill; never one who has a part in it, nor who holds the other key. */
const runs = (actor: Actor, { election, standing }: Facts): boolean =>
  hasAppointment(actor, 'RETURNING_OFFICER') && !standing.isParty && !isSecondTrustee(actor, election);

const isSystem = (actor: Actor): boolean => actor.kind === 'system';
const isTrustee = (actor: Actor, facts: Facts): boolean => runs(actor, facts) || isSecondTrustee(actor, facts.election);

/** Those who elect in a contest of it; who runs elections has no part in one. */
const takesPart = (actor: Actor, { standing }: Facts): boolean =>
  memberOf(actor) !== undefined && !hasAppointment(actor, 'RETURNING_OFFICER') && standing.isElector;

/** One line per right over an election (domain 1.2, machine K). */
const rights: Readonly<Record<ElectionAction, (actor: Actor, facts: Facts) => boolean>> = {
  EDIT: runs,
  EDIT_CONTESTS: runs,
  ANNOUNCE: runs,
  REGISTER_KEY: isTrustee,
  NOMINATE: takesPart,
  PUBLISH_CANDIDATES: runs,
  VOTE: (actor, { standing }) => memberOf(actor) !== undefined && standing.hasBallotLeft,
  OPEN_BALLOTS: isTrustee,
  COMPLAIN: takesPart,
  RULE_ON_COMPLAINTS: runs,
  DECLARE: runs,
  SUSPEND: (actor, facts) => isSystem(actor) || runs(actor, facts),
  RESUME: runs,
  VOID: runs,
  PLAN_BY_ELECTION: runs,
  CLOSE_NOMINATIONS: isSystem,
  OPEN_CAMPAIGN: isSystem,
  OPEN_VOTING: isSystem,
  CLOSE_VOTING: isSystem,
  MARK_COUNTED: isSystem,
  RECOUNT: isSystem,
};

/** Who may do what to an election. */
export const electionPolicy = {
  can: (actor: Actor, action: ElectionAction, facts: Facts): boolean => rights[action](actor, facts),
  /** Who acts as the returning officer of this election. */
  runs,
  /** Who may plan an election at all. */
  canPlan: (actor: Actor): boolean => hasAppointment(actor, 'RETURNING_OFFICER'),
  /** Who may decide an appeal at all; of each it is asked besides whether they made the decision or have a part in it. */
  canDecideAppeals: (actor: Actor): boolean =>
    hasAppointment(actor, 'RETURNING_OFFICER') || hasAppointment(actor, 'ADMIN'),
};
