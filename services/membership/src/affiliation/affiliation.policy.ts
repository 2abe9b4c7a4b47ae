import { isInGroup, isOfficerOf, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { AffiliationSubmission, SubmissionAction } from './affiliation.js';

type Submitted = Pick<AffiliationSubmission, 'groupId' | 'presidentId' | 'treasurerId' | 'secretaryId' | 'submittedBy'>;

/** Union officers decide about groups they do not belong to, and never about what they signed themselves. */
const decidesApart = (actor: Actor, submission: Submitted): boolean => {
  const { groupId, presidentId, treasurerId, secretaryId, submittedBy } = submission;
  const own = memberOf(actor);
  const hasSigned = own !== undefined && [presidentId, treasurerId, secretaryId, submittedBy].includes(own);
  return isUnionOfficer(actor) && !isOfficerOf(actor, groupId) && !isInGroup(actor, groupId) && !hasSigned;
};
const serves = (actor: Actor, { groupId }: Pick<Submitted, 'groupId'>): boolean => isOfficerOf(actor, groupId);

/** One line per right over a submission (machine B: constitution, officers and risk are checked by others). */
const rights: Readonly<Record<SubmissionAction, (actor: Actor, submission: Submitted) => boolean>> = {
  RESUBMIT: serves,
  REQUEST_CHANGES: decidesApart,
  APPROVE: decidesApart,
  DECLINE: decidesApart,
  WITHDRAW: serves,
};

/** Which submissions an actor may see; the repository turns this into SQL. */
export type SubmissionScope = { readonly groups: 'all' | readonly GroupId[] };

/** The officers of a group see its own, those of the union all. */
export function visibleSubmissions(actor: Actor): SubmissionScope {
  if (actor.kind === 'system' || isUnionOfficer(actor)) return { groups: 'all' };
  return { groups: actor.kind === 'person' ? actor.mandates.flatMap(({ groupId }) => groupId ?? []) : [] };
}

/** Who may do what with submissions. */
export const affiliationPolicy = {
  can: (actor: Actor, action: SubmissionAction, submission: Submitted): boolean => rights[action](actor, submission),
  /** The queue, and the groups that need care, are the union officers'. */
  canOversee: isUnionOfficer,
};
