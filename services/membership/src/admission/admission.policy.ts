import { isMember, isOfficerOf, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { Admission, AdmissionAction } from './admission.js';

type Asked = Pick<Admission, 'groupId' | 'memberId' | 'kind'>;

const leads = (actor: Actor, { groupId }: Asked): boolean => isOfficerOf(actor, groupId) || isUnionOfficer(actor);
/** The one who was asked: the group for a request, the member for an invitation. */
const isAsked = (actor: Actor, admission: Asked): boolean =>
  admission.kind === 'REQUEST'
    ? leads(actor, admission) && !isMember(actor, admission.memberId)
    : isMember(actor, admission.memberId);
const hasAsked = (actor: Actor, admission: Asked): boolean =>
  admission.kind === 'REQUEST' ? isMember(actor, admission.memberId) : leads(actor, admission);

/** One line per right over a request or an invitation (domain 1.3 A). */
const rights: Readonly<Record<AdmissionAction, (actor: Actor, admission: Asked) => boolean>> = {
  ACCEPT: isAsked,
  DECLINE: isAsked,
  WITHDRAW: hasAsked,
  EXPIRE: (actor) => actor.kind === 'system',
};

/** Which admissions an actor may see; the repository turns this into SQL. An invitation between a blocked pair was never told. */
export type AdmissionScope = {
  readonly all: boolean;
  readonly memberId: Admission['memberId'] | undefined;
  readonly groupIds: readonly GroupId[];
};

/** One's own, those of groups one is an officer of, and all for the union's officers. */
export function visibleAdmissions(actor: Actor): AdmissionScope {
  const groupIds = actor.kind === 'person' ? actor.mandates.flatMap(({ groupId }) => groupId ?? []) : [];
  return { all: actor.kind === 'system' || isUnionOfficer(actor), memberId: memberOf(actor), groupIds };
}

/** Who may do what with requests and invitations. */
export const admissionPolicy = {
  can: (actor: Actor, action: AdmissionAction, admission: Asked): boolean => rights[action](actor, admission),
  /** Who waits to come in is known to those who decide. */
  canSeeWaiting: (actor: Actor, groupId: GroupId): boolean => isOfficerOf(actor, groupId) || isUnionOfficer(actor),
};
