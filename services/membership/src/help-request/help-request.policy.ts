import { isMember, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import { contactOpenIn } from '../help-match/help-match.js';
import type { HelpAction, HelpFacts, HelpRequest, HelpStatus } from './help-request.js';

/** Which requests an actor may see; the repository turns this into SQL. */
export type HelpScope = {
  readonly everything: boolean;
  readonly member: MemberId | undefined;
  /** Whether disputes that wait for a decision are seen too. */
  readonly disputes: boolean;
};

/**
 * Members see what fellow members ask for now, their own asks, and those they help with; union officers see disputes
 * that are not their own. Nobody sees anything of somebody they are blocked with.
 */
export function visibleHelp(actor: Actor): HelpScope {
  return { everything: actor.kind === 'system', member: memberOf(actor), disputes: isUnionOfficer(actor) };
}

type Rule = (actor: Actor, facts: HelpFacts) => boolean;

const isRequester: Rule = (actor, { request }) => isMember(actor, request.requesterId);
const isHelper: Rule = (actor, { helpers }) => helpers.some(({ helperId }) => isMember(actor, helperId));
const isParty: Rule = (actor, facts) => isRequester(actor, facts) || isHelper(actor, facts);
const isSystem: Rule = (actor) => actor.kind === 'system';

/** The side that did not call it done: the requester, or those who help. */
const isOtherSide: Rule = (actor, facts) =>
  facts.request.doneBy === facts.request.requesterId ? isHelper(actor, facts) : isRequester(actor, facts);

const rights: Readonly<Record<HelpAction, Rule>> = {
  REVISE: isRequester,
  POST: isRequester,
  OFFER: (actor, facts) => memberOf(actor) !== undefined && !isParty(actor, facts),
  ACCEPT: isRequester,
  PROPOSE_MEETING: isParty,
  AGREE_MEETING: (actor, facts) =>
    isParty(actor, facts) && !facts.request.meetingAgreedBy.some((id) => isMember(actor, id)),
  UNMATCH: isParty,
  CLAIM_DONE: isParty,
  CONFIRM_DONE: isOtherSide,
  DISPUTE: isOtherSide,
  SETTLE: (actor, facts) => isUnionOfficer(actor) && !isParty(actor, facts),
  THANK: isRequester,
  CANCEL: isRequester,
  REPOST: isRequester,
  REPORT: (actor, facts) => memberOf(actor) !== undefined && !isRequester(actor, facts),
  RECOUNT: isSystem,
  EXPIRE: isSystem,
  COMPLETE_UNANSWERED: isSystem,
  HOLD: isSystem,
  RESTORE: isSystem,
  REMOVE: isSystem,
};

/** Who may do what to a request, and who is shown what of it. */
export const helpPolicy = {
  can: (actor: Actor, action: HelpAction, facts: HelpFacts): boolean => rights[action](actor, facts),
  /** Members ask for help. */
  canAsk: (actor: Actor): boolean => memberOf(actor) !== undefined,
  /** How far it has come is for those who take part and for whoever settles a dispute; to others it asks, or it is not there. */
  shownStatus: (actor: Actor, facts: HelpFacts): HelpStatus => (isInside(actor, facts) ? facts.request.status : 'OPEN'),
  /** Where and when to meet, and what became of it. */
  canSeeCourse: (actor: Actor, facts: HelpFacts): boolean => isInside(actor, facts),
  /** Why it was called off is for all who take part; why it was removed is for who asked. */
  canSeeReason: (actor: Actor, facts: HelpFacts): boolean =>
    isRequester(actor, facts) || (isHelper(actor, facts) && facts.request.status === 'CANCELLED'),
  /** How to reach each other is opened both ways by a match, and only while there is something to arrange. */
  canSeeContact: (actor: Actor, { request, helperId }: { request: HelpRequest; helperId: MemberId }): boolean =>
    contactOpenIn.includes(request.status) && (isMember(actor, request.requesterId) || isMember(actor, helperId)),
};

const isInside: Rule = (actor, facts) =>
  isSystem(actor, facts) || isParty(actor, facts) || (isUnionOfficer(actor) && facts.request.status === 'DISPUTED');
